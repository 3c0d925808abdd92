using System.Collections.Immutable;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>A query for lines.</summary>
public sealed record LogQuery(StreamSelector Selector, params ImmutableArray<LogStage> Stages)
{
    public LogQuery With(params IEnumerable<LogStage> stages) => this with { Stages = [.. Stages, .. stages] };

    /// <summary>The query's text.</summary>
    public override string ToString() => LogQlRenderer.Render(this);
}
