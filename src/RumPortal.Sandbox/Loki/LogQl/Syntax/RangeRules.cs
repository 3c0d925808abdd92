namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>Which range functions take a grouping of their own, and which need or refuse an unwrap.</summary>
internal static class RangeRules
{
    /// <exception cref="LogQlException">The combination is not allowed.</exception>
    public static void Check(RangeOperation operation, bool grouped, bool unwrapped)
    {
        var name = OperationNames.NameOf(operation);
        if (grouped && !AllowsGrouping(operation)) throw new LogQlException($"grouping not allowed for {name} aggregation");
        if (unwrapped && !AllowsUnwrap(operation)) throw new LogQlException($"invalid aggregation {name} with unwrap");
        if (!unwrapped && NeedsUnwrap(operation)) throw new LogQlException($"invalid aggregation {name} without unwrap");
    }

    private static bool AllowsGrouping(RangeOperation operation) => NeedsUnwrap(operation) && operation != RangeOperation.SumOverTime;

    private static bool AllowsUnwrap(RangeOperation operation) => NeedsUnwrap(operation) || operation is RangeOperation.Rate or RangeOperation.AbsentOverTime;

    private static bool NeedsUnwrap(RangeOperation operation) => operation
        is not (RangeOperation.CountOverTime or RangeOperation.Rate or RangeOperation.BytesOverTime or RangeOperation.BytesRate or RangeOperation.AbsentOverTime);
}
