using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>Reads pipelines and the expressions over sets of spans in them.</summary>
internal sealed class PipelineParser(TokenReader tokens)
{
    private static readonly FrozenDictionary<string, int> SpansetPrecedences = new Dictionary<string, int>
    {
        ["&&"] = 1, ["||"] = 1,
        [">"] = 2, [">>"] = 2, ["<"] = 2, ["<<"] = 2, ["~"] = 2,
        ["!>"] = 2, ["!>>"] = 2, ["!<"] = 2, ["!<<"] = 2, ["!~"] = 2,
        ["&>"] = 2, ["&>>"] = 2, ["&<"] = 2, ["&<<"] = 2, ["&~"] = 2,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> ScalarPrecedences = new Dictionary<string, int>
    {
        ["+"] = 1, ["-"] = 1, ["*"] = 2, ["/"] = 2, ["%"] = 2, ["^"] = 3,
    }.ToFrozenDictionary();

    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">="];

    private readonly FieldParser _fields = new(tokens);

    /// <summary>Whether the pipeline that was read ends before a function that makes series.</summary>
    public bool AtMetricStage => tokens.Current.Kind == TokenKind.Symbol && TraceQlWords.MetricFunctions.Contains(tokens.Current.Text);

    /// <summary>Reads to the end of the pipeline, or to a metrics function.</summary>
    public ImmutableArray<PipelineStage> ParseStages()
    {
        var stages = ImmutableArray.CreateBuilder<PipelineStage>();
        stages.Add(ParseStage(first: true));
        while (tokens.TryTake("|") && !AtMetricStage) stages.Add(ParseStage(first: false));
        return stages.DrainToImmutable();
    }

    private PipelineStage ParseStage(bool first)
    {
        if (tokens.TryTake("by")) return new PipelineStage.GroupBy(InParentheses(_fields.Parse));
        if (tokens.TryTake("select")) return new PipelineStage.Select(InParentheses(() => List(_fields.Parse)));
        if (!first && tokens.TryTake("coalesce"))
        {
            tokens.Expect("(");
            tokens.Expect(")");
            return new PipelineStage.Coalesce();
        }

        if (!StartsScalar()) return new PipelineStage.Spansets(ParseSpansets(0));
        var left = ParseScalar(0);
        var comparison = tokens.Current.Kind == TokenKind.Symbol && Comparisons.Contains(tokens.Current.Text) ? tokens.Take().Text : throw tokens.Unexpected();
        return new PipelineStage.ScalarFilter(left, comparison, ParseScalar(0));
    }

    /// <summary>Looks behind opening parentheses: a number or an aggregate there begins arithmetic.</summary>
    private bool StartsScalar()
    {
        var ahead = 0;
        while (tokens.Ahead(ahead).Is("(")) ahead++;
        var token = tokens.Ahead(ahead);
        return token.Kind is TokenKind.WholeNumber or TokenKind.Number or TokenKind.Duration
            || (token.Kind == TokenKind.Symbol && (token.Text == "-" || TraceQlWords.Aggregates.Contains(token.Text)));
    }

    private SpansetExpression ParseSpansets(int least)
    {
        var left = ParseSpanset();
        while (tokens.Current.Kind == TokenKind.Symbol && SpansetPrecedences.TryGetValue(tokens.Current.Text, out var precedence) && precedence > least)
        {
            tokens.CountOperator();
            var sign = tokens.Take().Text;
            left = new SpansetExpression.Operation(sign, left, tokens.Nested(() => ParseSpansets(precedence)));
        }

        return left;
    }

    private SpansetExpression ParseSpanset()
    {
        if (tokens.TryTake("{"))
        {
            if (tokens.TryTake("}")) return new SpansetExpression.Filter(new FieldExpression.Constant(Value.Of(true)));
            var condition = tokens.Nested(_fields.Parse);
            if (!tokens.TryTake("}")) throw tokens.Unexpected();
            return new SpansetExpression.Filter(condition);
        }

        if (!tokens.TryTake("(")) throw tokens.Unexpected();
        var stages = tokens.Nested(ParseStages);
        if (AtMetricStage) throw TraceQlException.LeftOut("arithmetic between metrics queries");
        tokens.Expect(")");
        return stages is [PipelineStage.Spansets { Expression: var inner }] ? inner : new SpansetExpression.Wrapped(new(stages));
    }

    private ScalarExpression ParseScalar(int least)
    {
        var left = ParseScalarOperand();
        while (tokens.Current.Kind == TokenKind.Symbol && ScalarPrecedences.TryGetValue(tokens.Current.Text, out var precedence) && precedence > least)
        {
            tokens.CountOperator();
            var sign = tokens.Take().Text;
            left = new ScalarExpression.Arithmetic(sign, left, tokens.Nested(() => ParseScalar(sign == "^" ? precedence - 1 : precedence)));
        }

        return left;
    }

    private ScalarExpression ParseScalarOperand()
    {
        if (tokens.TryTake("("))
        {
            var inner = tokens.Nested(() => ParseScalar(0));
            tokens.Expect(")");
            return inner;
        }

        if (tokens.Current.Kind == TokenKind.Symbol && TraceQlWords.Aggregates.Contains(tokens.Current.Text))
        {
            var function = tokens.Take().Text;
            tokens.Expect("(");
            var of = function == "count" ? null : _fields.Parse();
            tokens.Expect(")");
            return new ScalarExpression.Aggregate(function, of);
        }

        var minus = tokens.TryTake("-");
        var number = tokens.Current.Kind is TokenKind.WholeNumber or TokenKind.Number or TokenKind.Duration ? tokens.Take().Value : throw tokens.Unexpected();
        return new ScalarExpression.Constant(minus ? Negative(number) : number);
    }

    private static Value Negative(Value number) => number.Kind switch
    {
        ValueKind.WholeNumber => Value.Of(-number.Whole),
        ValueKind.Duration => Value.OfDuration(-number.Whole),
        _ => Value.Of(-number.Number),
    };

    private T InParentheses<T>(Func<T> parse)
    {
        tokens.Expect("(");
        var inner = parse();
        tokens.Expect(")");
        return inner;
    }

    private ImmutableArray<T> List<T>(Func<T> parse)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        do items.Add(parse());
        while (tokens.TryTake(","));
        return items.DrainToImmutable();
    }
}
