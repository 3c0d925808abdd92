namespace RumPortal.Domain.Apps;

/// <summary>Rights that no role implies, because they touch what a visitor did or who a visitor is.</summary>
public static class ViewerPermission
{
    public const string ViewReplay = "replay:view";

    /// <summary>Without it, user ids, names and mail addresses are shown as pseudonyms.</summary>
    public const string UnmaskUsers = "user:unmask";

    public static IReadOnlyList<string> All { get; } = [ViewReplay, UnmaskUsers];
}
