using RumPortal.Clients.Http;
using RumPortal.Portal.Auth;
using RumPortal.Storage;

namespace RumPortal.Portal.Components.Panels;

/// <summary>Why a panel has no answer, in words for its reader: what happened, and whether trying again can help.</summary>
/// <param name="Title">What is, with the backend's name: <c>Loki did not answer</c>.</param>
/// <param name="Detail">What happened, with the HTTP status where there is one.</param>
/// <param name="Advice">What to do.</param>
/// <param name="MayRetry">False when the same question would get the same answer.</param>
public sealed record PanelFailure(string Title, string Detail, string Advice, bool MayRetry, string? Query)
{
    public static PanelFailure Of(BackendException exception) => new(
        TitleOf(exception), exception.Message, AdviceOf(exception), exception.Fault is not (BackendFault.BadQuery or BackendFault.Unauthorized), exception.Query);

    public static PanelFailure Of(AppNotVisibleException exception) =>
        new("Not an app of yours", exception.Message, "Choose another app, or ask the team that owns it to let you in.", false, null);

    /// <summary>The portal's own database; its words are for users, the detail is for the log.</summary>
    public static PanelFailure Of(StorageException exception) => new("The portal's own state cannot be read", exception.Message, "Try again.", true, null);

    /// <summary>A fault of the portal itself; its text stays in the log.</summary>
    public static PanelFailure OfPortal() =>
        new("This panel failed", "The portal could not work out an answer. The fault is in its log.", "The rest of the page is not affected.", true, null);

    private static string TitleOf(BackendException exception) => exception.Fault switch
    {
        BackendFault.Unreachable => $"{exception.Backend} cannot be reached",
        BackendFault.Timeout => $"{exception.Backend} did not answer in time",
        BackendFault.RateLimited => $"{exception.Backend} asks for a pause",
        BackendFault.Unauthorized => $"{exception.Backend} does not let the portal in",
        BackendFault.BadQuery => $"{exception.Backend} refused the query",
        BackendFault.Malformed => $"{exception.Backend} sent something unreadable",
        BackendFault.TooManySeries or BackendFault.LimitExceeded or BackendFault.TooLarge => $"The question is too large for {exception.Backend}",
        _ => $"{exception.Backend} failed",
    };

    private static string AdviceOf(BackendException exception) => exception.Fault switch
    {
        BackendFault.TooManySeries or BackendFault.LimitExceeded or BackendFault.TooLarge => "Choose a shorter range or add a filter.",
        BackendFault.Unauthorized => "An administrator can see the check of the connection on the page Admin.",
        BackendFault.BadQuery => "Change the filter; if that does not help, the query below is a bug of the portal.",
        BackendFault.RateLimited when exception.RetryAfter is { } pause => $"Try again in {Math.Ceiling(pause.TotalSeconds):0} s.",
        _ => "Try again; other panels are not affected.",
    };
}
