namespace RumPortal.Portal.Features.Sessions;

/// <summary>A session's place in the list it was opened from, counted from 1.</summary>
public sealed record TrailPosition(int Position, int Count, (string App, string Id)? Previous, (string App, string Id)? Next);
