using RumPortal.Portal.Features.Apps;

namespace RumPortal.Portal.Api;

/// <summary>An app in one environment.</summary>
/// <param name="LastSeen">When its newest line was stored; null when none was found in the last 30 days.</param>
/// <param name="Teams">The teams that own it.</param>
public sealed record AppDocument(string Name, string? Environment, DateTimeOffset? LastSeen, IReadOnlyList<string> Teams)
{
    public static AppDocument Of(AppRow row) => new(row.App, row.Environment, row.LastLine, row.Teams);
}
