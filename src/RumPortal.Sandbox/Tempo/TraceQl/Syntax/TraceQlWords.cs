using System.Collections.Frozen;

namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>The words and signs of TraceQL 3.0.</summary>
internal static class TraceQlWords
{
    /// <summary>After these the name of an attribute follows at once.</summary>
    public static readonly FrozenSet<string> AttributeScopes = FrozenSet.Create(
        StringComparer.Ordinal, ".", "parent.", "resource.", "span.", "event.", "link.", "instrumentation.");

    /// <summary>After these an intrinsic follows.</summary>
    public static readonly FrozenSet<string> IntrinsicScopes = FrozenSet.Create(StringComparer.Ordinal, "trace:", "span:", "event:", "link:", "instrumentation:");

    public static readonly FrozenSet<string> MetricFunctions = FrozenSet.Create(
        StringComparer.Ordinal,
        "rate", "count_over_time", "min_over_time", "max_over_time", "avg_over_time", "sum_over_time", "quantile_over_time", "histogram_over_time", "compare");

    public static readonly FrozenSet<string> Aggregates = FrozenSet.Create(StringComparer.Ordinal, "count", "avg", "max", "min", "sum");

    public static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "true", "false", "nil", "ok", "error", "unset", "unspecified", "internal", "server", "client", "producer", "consumer",
            "duration", "childCount", "name", "status", "statusMessage", "kind", "rootName", "rootServiceName", "traceDuration", "nestedSetLeft", "nestedSetRight",
            "nestedSetParent", "parent", "by", "coalesce", "select", "with", "topk", "bottomk",
            .. Aggregates, .. MetricFunctions,
        ]);

    /// <summary>Longer signs first, so that the first that fits is the right one.</summary>
    public static readonly string[] Signs =
    [
        "!>>", "!<<", "&>>", "&<<",
        "!=", "=~", "!~", ">=", "<=", "&&", "||", ">>", "<<", "!>", "!<", "&~", "&>", "&<",
        ",", "{", "}", "(", ")", "=", ">", "<", "+", "-", "/", "%", "*", "^", "!", "|", "~",
    ];
}
