using System.Collections.Immutable;

namespace RumPortal.Clients.Tempo;

/// <summary>The names of attributes that the spans of a range have in one scope.</summary>
/// <param name="Scope"><c>resource</c>, <c>span</c>, <c>event</c>, <c>link</c>, <c>instrumentation</c> or <c>intrinsic</c>.</param>
/// <param name="Names">In the order of the server.</param>
public sealed record TraceTags(string Scope, ImmutableArray<string> Names);
