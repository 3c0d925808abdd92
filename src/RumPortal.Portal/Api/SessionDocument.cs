namespace RumPortal.Portal.Api;

/// <summary>One session with its events in order.</summary>
/// <param name="Complete">False when lines are missing: a limit, or an answer that broke off.</param>
public sealed record SessionDocument(SessionHead Session, IReadOnlyList<EventDocument> Events, bool Complete);
