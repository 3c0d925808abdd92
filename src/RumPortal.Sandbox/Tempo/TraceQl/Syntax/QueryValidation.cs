namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>What Tempo checks after parsing: that types can fit, and that nothing is asked for which it does not do.</summary>
internal static class QueryValidation
{
    public static void Check(TraceQlQuery query)
    {
        Check(query.Pipeline);
        if (query.Metric is not { } metric) return;
        if (metric.Of is { } of) Check(of);
        foreach (var by in metric.By) Check(by);
        if (metric.Quantiles.Any(quantile => quantile is < 0 or > 1)) throw new TraceQlException("quantile must be between 0 and 1");
    }

    private static void Check(Pipeline pipeline)
    {
        foreach (var stage in pipeline.Stages)
        {
            switch (stage)
            {
                case PipelineStage.Spansets spansets:
                    Check(spansets.Expression);
                    break;
                case PipelineStage.ScalarFilter filter:
                    Check(filter);
                    break;
                case PipelineStage.GroupBy group:
                    Check(group.Key);
                    if (!ReferencesSpan(group.Key)) throw new TraceQlException($"grouping field expressions must reference the span: by({QueryText.Of(group.Key)})");
                    break;
                case PipelineStage.Select select:
                    foreach (var field in select.Fields) Check(field);
                    break;
            }
        }
    }

    private static void Check(SpansetExpression expression)
    {
        switch (expression)
        {
            case SpansetExpression.Filter filter:
                Check(filter.Condition);
                if (TypeOf(filter.Condition) is not (ValueKind.Unknown or ValueKind.Boolean))
                    throw new TraceQlException($"span filter field expressions must resolve to a boolean: {{ {QueryText.Of(filter.Condition)} }}");
                break;
            case SpansetExpression.Operation operation:
                Check(operation.Left);
                Check(operation.Right);
                break;
            case SpansetExpression.Wrapped wrapped:
                Check(wrapped.Pipeline);
                break;
        }
    }

    private static void Check(PipelineStage.ScalarFilter filter)
    {
        Check(filter.Left);
        Check(filter.Right);
        CheckTypes(TypeOf(filter.Left), filter.Operator, TypeOf(filter.Right), () => $"({QueryText.Of(filter.Left)}) {filter.Operator} ({QueryText.Of(filter.Right)})");
        if (filter.Left is not ScalarExpression.Aggregate) throw TraceQlException.NotYetSupported($"scalar filter lhs of type ({filter.Left.GetType().Name})");
        if (filter.Right is not ScalarExpression.Constant) throw TraceQlException.NotYetSupported($"scalar filter rhs of type ({filter.Right.GetType().Name})");
    }

    private static void Check(ScalarExpression expression)
    {
        switch (expression)
        {
            case ScalarExpression.Aggregate { Of: { } of } aggregate:
                Check(of);
                if (TypeOf(of) is not (ValueKind.Unknown or ValueKind.WholeNumber or ValueKind.Number or ValueKind.Duration))
                    throw new TraceQlException($"aggregate field expressions must resolve to a number type: {QueryText.Of(aggregate)}");
                if (!ReferencesSpan(of)) throw new TraceQlException($"aggregate field expressions must reference the span: {QueryText.Of(aggregate)}");
                break;
            case ScalarExpression.Arithmetic arithmetic:
                Check(arithmetic.Left);
                Check(arithmetic.Right);
                CheckTypes(TypeOf(arithmetic.Left), arithmetic.Operator, TypeOf(arithmetic.Right), () => QueryText.Of(arithmetic));
                break;
        }
    }

    private static void Check(FieldExpression expression)
    {
        switch (expression)
        {
            case FieldExpression.Attribute { OfParent: true }:
                throw TraceQlException.NotYetSupported("parent");
            case FieldExpression.Property { Intrinsic: Intrinsic.Parent }:
                throw TraceQlException.NotYetSupported("intrinsic (parent)");
            case FieldExpression.Presence presence:
                Check(presence.Of);
                break;
            case FieldExpression.Negation negation:
                CheckUnary(negation, negation.Of, type => type == ValueKind.Boolean);
                break;
            case FieldExpression.Minus minus:
                CheckUnary(minus, minus.Of, IsNumeric);
                break;
            case FieldExpression.Binary binary:
                Check(binary.Left);
                Check(binary.Right);
                CheckTypes(TypeOf(binary.Left), binary.Operator, TypeOf(binary.Right), () => QueryText.Of(binary));
                break;
        }
    }

    private static void CheckUnary(FieldExpression whole, FieldExpression of, Func<ValueKind, bool> fits)
    {
        Check(of);
        var type = TypeOf(of);
        if (type != ValueKind.Unknown && !fits(type)) throw new TraceQlException($"illegal operation for the given type: {QueryText.Of(whole)}");
    }

    private static void CheckTypes(ValueKind left, string sign, ValueKind right, Func<string> text)
    {
        if (!Fit(left, right)) throw new TraceQlException($"binary operations must operate on the same type: {text()}");
        if (!OperatorTypes.Allows(sign, left) || !OperatorTypes.Allows(sign, right)) throw new TraceQlException($"illegal operation for the given types: {text()}");
    }

    private static bool Fit(ValueKind left, ValueKind right) =>
        left == ValueKind.Unknown || right == ValueKind.Unknown || left == right || (IsNumeric(left) && IsNumeric(right));

    private static bool IsNumeric(ValueKind type) => type is ValueKind.WholeNumber or ValueKind.Number or ValueKind.Duration;

    private static ValueKind TypeOf(FieldExpression expression) => expression switch
    {
        FieldExpression.Constant constant => constant.Value.Kind,
        FieldExpression.Property property => IntrinsicNames.TypeOf(property.Intrinsic),
        FieldExpression.Presence or FieldExpression.Negation => ValueKind.Boolean,
        FieldExpression.Minus minus => TypeOf(minus.Of),
        FieldExpression.Binary binary when OperatorTypes.IsArithmetic(binary.Operator) => TypeOf(binary.Left) is var left and not ValueKind.Unknown ? left : TypeOf(binary.Right),
        FieldExpression.Binary => ValueKind.Boolean,
        _ => ValueKind.Unknown,
    };

    private static ValueKind TypeOf(ScalarExpression expression) => expression switch
    {
        ScalarExpression.Constant constant => constant.Value.Kind,
        ScalarExpression.Aggregate { Of: { } of } => TypeOf(of),
        ScalarExpression.Arithmetic arithmetic => TypeOf(arithmetic.Left),
        _ => ValueKind.WholeNumber,
    };

    private static bool ReferencesSpan(FieldExpression expression) => expression switch
    {
        FieldExpression.Attribute or FieldExpression.Property => true,
        FieldExpression.Presence presence => ReferencesSpan(presence.Of),
        FieldExpression.Negation negation => ReferencesSpan(negation.Of),
        FieldExpression.Minus minus => ReferencesSpan(minus.Of),
        FieldExpression.Binary binary => ReferencesSpan(binary.Left) || ReferencesSpan(binary.Right),
        _ => false,
    };
}
