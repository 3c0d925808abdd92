namespace RumPortal.Portal.Features.Apps;

/// <summary>An app in one environment.</summary>
/// <param name="Environment">Null where its lines name none.</param>
/// <param name="LastLine">When its newest line was stored; null when none was found in the last 30 days.</param>
/// <param name="Teams">Names of the teams that own the app.</param>
public sealed record AppRow(string App, string? Environment, DateTimeOffset? LastLine, IReadOnlyList<string> Teams);
