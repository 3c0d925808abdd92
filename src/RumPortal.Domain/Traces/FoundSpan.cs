namespace RumPortal.Domain.Traces;

/// <summary>
/// A span of a search's answer. <see cref="Attributes"/> holds what the query compared or selected, without scopes:
/// <c>resource.service.name</c> and <c>span.service.name</c> are both <c>service.name</c>.
/// </summary>
/// <param name="Id">The span.</param>
/// <param name="Name">Null when the server does not tell.</param>
/// <param name="Start">Nanoseconds since 1970.</param>
/// <param name="Duration">Nanoseconds.</param>
/// <param name="Attributes">Intrinsics are among them as text: <c>status</c>, <c>kind</c>.</param>
public sealed record FoundSpan(SpanId Id, string? Name, long Start, long Duration, SpanAttributes Attributes)
{
    public long End => Start + Duration;
}
