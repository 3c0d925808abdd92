using System.Collections.Frozen;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>The reserved words of LogQL; they are recognised in any case.</summary>
internal static class LogQlKeywords
{
    public static FrozenSet<string> Keywords { get; } = FrozenSet.ToFrozenSet(
        [
            "by", "without", "bool", "offset", "on", "ignoring", "group_left", "group_right", "or", "and", "unless", "unwrap",
            "json", "regexp", "logfmt", "unpack", "pattern", "label_format", "line_format", "decolorize", "drop", "keep", "variants", "of",
        ], StringComparer.Ordinal);

    public static FrozenSet<string> Functions { get; } = FrozenSet.ToFrozenSet(
        [
            "rate", "rate_counter", "count_over_time", "bytes_rate", "bytes_over_time", "avg_over_time", "sum_over_time", "min_over_time",
            "max_over_time", "stdvar_over_time", "stddev_over_time", "quantile_over_time", "first_over_time", "last_over_time",
            "absent_over_time", "vector", "sum", "avg", "max", "min", "count", "stddev", "stdvar", "bottomk", "topk", "approx_topk", "sort",
            "sort_desc", "label_replace", "bytes", "duration", "duration_seconds", "ip",
        ], StringComparer.Ordinal);

    public static FrozenSet<string> Symbols { get; } = FrozenSet.ToFrozenSet(
        [
            ",", ".", "{", "}", "=", "!=", "=~", "!~", "!>", "|=", "|~", "|>", "|", "(", ")", "]",
            "+", "-", "*", "/", "%", "^", "==", ">", ">=", "<", "<=",
        ], StringComparer.Ordinal);
}
