using System.Collections.Immutable;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>What was counted, and on what it rests.</summary>
/// <param name="Value">The numbers.</param>
/// <param name="Source">Where they come from.</param>
/// <param name="Notes">Sentences for the reader: since when is recorded, what could not be counted.</param>
/// <param name="Unread">
/// How much would have to be read from the lines for the rest, bytes; the viewer has not agreed to that yet. Null when nothing was held back.
/// </param>
public sealed record VitalsRead<T>(T Value, VitalsSource Source, ImmutableArray<string> Notes, long? Unread = null);
