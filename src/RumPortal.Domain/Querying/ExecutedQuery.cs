namespace RumPortal.Domain.Querying;

/// <summary>A query as it was sent, with what it cost: the material of "show query".</summary>
/// <param name="Backend">Which backend answered, by its product name.</param>
/// <param name="Language">The query language, for example LogQL.</param>
/// <param name="Text">The exact text.</param>
/// <param name="Range">The time range of the request; null for requests without one.</param>
/// <param name="At">When the answer was complete, UTC.</param>
/// <param name="Duration">From sending to the last byte.</param>
/// <param name="Bytes">Bytes that the backend says it read; null when it does not say.</param>
/// <param name="Lines">Log lines that the backend says it read; null when it does not say.</param>
public sealed record ExecutedQuery(
    string Backend, string Language, string Text, TimeRange? Range, DateTimeOffset At, TimeSpan Duration, long? Bytes, long? Lines);
