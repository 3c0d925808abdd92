using System.Collections.Immutable;

namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>Stages, each of which works on the sets of spans that the one before it left.</summary>
public sealed record Pipeline(ImmutableArray<PipelineStage> Stages);

/// <summary>One stage.</summary>
public abstract record PipelineStage
{
    private PipelineStage()
    {
    }

    public sealed record Spansets(SpansetExpression Expression) : PipelineStage;

    public sealed record ScalarFilter(ScalarExpression Left, string Operator, ScalarExpression Right) : PipelineStage;

    public sealed record GroupBy(FieldExpression Key) : PipelineStage;

    public sealed record Coalesce : PipelineStage;

    public sealed record Select(ImmutableArray<FieldExpression> Fields) : PipelineStage;
}
