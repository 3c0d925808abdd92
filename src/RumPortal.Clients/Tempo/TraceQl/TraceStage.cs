using System.Collections.Immutable;

namespace RumPortal.Clients.Tempo.TraceQl;

/// <summary>A stage in the pipeline of a search.</summary>
public abstract record TraceStage
{
    private TraceStage()
    {
    }

    /// <summary>Shows these fields of each span as well.</summary>
    /// <exception cref="ArgumentException">No field is given.</exception>
    public static TraceStage Selecting(params IEnumerable<TraceField> fields) => new Select([.. fields]);

    /// <summary><c>| select(span.url.full, status)</c></summary>
    public sealed record Select : TraceStage
    {
        /// <exception cref="ArgumentException">No field is given.</exception>
        public Select(ImmutableArray<TraceField> fields) =>
            Fields = fields.Length > 0 ? fields : throw new ArgumentException("At least one field is needed.", nameof(fields));

        public ImmutableArray<TraceField> Fields { get; }
    }

    /// <summary><c>| by(resource.service.name)</c>: one set of spans for each value.</summary>
    public sealed record By(TraceField Field) : TraceStage;

    /// <summary><c>| coalesce()</c>: one set again.</summary>
    public sealed record Coalesce : TraceStage;

    /// <summary><c>| count() &gt; 2</c></summary>
    public sealed record Count(FieldComparison Comparison, long Number) : TraceStage;

    /// <summary><c>| avg(duration) &gt; 1s</c></summary>
    public sealed record Aggregated(SpanAggregate Aggregate, TraceField Field, FieldComparison Comparison, TraceValue Value) : TraceStage;
}
