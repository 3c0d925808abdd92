using System.Collections.Immutable;

namespace RumPortal.Automation.Render;

/// <summary>One rule: a query whose result is stored as series, or raises alerts.</summary>
public abstract record Rule
{
    private Rule()
    {
    }

    /// <summary>LogQL or PromQL.</summary>
    public required string Expression { get; init; }

    /// <summary>Set on everything that comes out; they win over the labels of the result.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <param name="Metric">Name of the series.</param>
    public sealed record Recording(string Metric) : Rule;

    /// <param name="Name">Name of the alert.</param>
    public sealed record Alerting(string Name) : Rule
    {
        /// <summary>How long the query has to give a result before the alert fires.</summary>
        public required TimeSpan For { get; init; }

        /// <summary>Texts in the template language of Prometheus.</summary>
        public ImmutableSortedDictionary<string, string> Annotations { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    }
}
