namespace RumPortal.Portal.Features.Sessions;

/// <summary>Orders of the session list. All but the first sort the loaded sessions only.</summary>
public enum SessionSort
{
    Newest,
    Errors,
    Longest,
    Pages,
}
