using System.Collections.Frozen;
using RumPortal.Sandbox.Otlp.Spans;
using RumPortal.Sandbox.Re2;

namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>Reads expressions over the fields of a span. As in Tempo <c>&amp;&amp;</c> and <c>||</c> bind equally and from the left, and <c>!</c> binds tighter than a comparison.</summary>
internal sealed class FieldParser(TokenReader tokens)
{
    private const int NotPrecedence = 4;
    private const int MinusPrecedence = 3;

    private static readonly FrozenDictionary<string, int> Precedences = new Dictionary<string, int>
    {
        ["&&"] = 1, ["||"] = 1,
        ["="] = 2, ["!="] = 2, ["<"] = 2, ["<="] = 2, [">"] = 2, [">="] = 2, ["=~"] = 2, ["!~"] = 2,
        ["+"] = 3, ["-"] = 3,
        ["*"] = 5, ["/"] = 5, ["%"] = 5,
        ["^"] = 6,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Value> Keywords = new Dictionary<string, Value>
    {
        ["true"] = Value.Of(true), ["false"] = Value.Of(false), ["nil"] = Value.Nil,
        ["ok"] = Value.Of(SpanStatus.Ok), ["error"] = Value.Of(SpanStatus.Error), ["unset"] = Value.Of(SpanStatus.Unset),
        ["unspecified"] = Value.Of(SpanKind.Unspecified), ["internal"] = Value.Of(SpanKind.Internal), ["server"] = Value.Of(SpanKind.Server),
        ["client"] = Value.Of(SpanKind.Client), ["producer"] = Value.Of(SpanKind.Producer), ["consumer"] = Value.Of(SpanKind.Consumer),
    }.ToFrozenDictionary();

    public FieldExpression Parse() => Parse(0);

    /// <summary>An attribute or intrinsic alone, as metrics functions and <c>by</c> take them.</summary>
    public FieldExpression ParseAttribute() => tokens.Current.Kind == TokenKind.Symbol && TryParseField(out var field) ? field : throw tokens.Unexpected();

    private FieldExpression Parse(int least)
    {
        var left = ParseOperand();
        while (tokens.Current.Kind == TokenKind.Symbol && Precedences.TryGetValue(tokens.Current.Text, out var precedence) && precedence > least)
        {
            tokens.CountOperator();
            var sign = tokens.Take().Text;
            // The power alone binds from the right.
            left = Combine(sign, left, tokens.Nested(() => Parse(sign == "^" ? precedence - 1 : precedence)));
        }

        return left;
    }

    private FieldExpression ParseOperand()
    {
        var token = tokens.Current;
        if (token.Kind is TokenKind.Quoted) return new FieldExpression.Constant(Value.Of(tokens.Take().Text));
        if (token.Kind is TokenKind.WholeNumber or TokenKind.Number or TokenKind.Duration) return new FieldExpression.Constant(tokens.Take().Value);
        if (token.Kind != TokenKind.Symbol) throw tokens.Unexpected();
        if (tokens.TryTake("!")) return new FieldExpression.Negation(tokens.Nested(() => Parse(NotPrecedence)));
        if (tokens.TryTake("-")) return Minus(tokens.Nested(() => Parse(MinusPrecedence)));
        if (tokens.TryTake("("))
        {
            var inner = tokens.Nested(Parse);
            tokens.Expect(")");
            return inner;
        }

        if (Keywords.TryGetValue(token.Text, out var value))
        {
            tokens.Take();
            return new FieldExpression.Constant(value);
        }

        return TryParseField(out var field) ? field : throw tokens.Unexpected();
    }

    private bool TryParseField(out FieldExpression field)
    {
        var text = tokens.Current.Text;
        if (TraceQlWords.AttributeScopes.Contains(text))
        {
            field = ParseScoped();
            return true;
        }

        if (TraceQlWords.IntrinsicScopes.Contains(text))
        {
            tokens.Take();
            if (tokens.Current.Kind is not (TokenKind.Symbol or TokenKind.Identifier) || IntrinsicNames.Find(text + tokens.Current.Text) is not { } scoped) throw tokens.Unexpected();
            tokens.Take();
            field = new FieldExpression.Property(scoped);
            return true;
        }

        field = new FieldExpression.Constant(Value.Nil);
        if (IntrinsicNames.Find(text) is not { } intrinsic) return false;
        tokens.Take();
        field = new FieldExpression.Property(intrinsic);
        return true;
    }

    private FieldExpression.Attribute ParseScoped()
    {
        var scope = tokens.Take().Text;
        var ofParent = scope == "parent.";
        if (ofParent) scope = tokens.Current.Kind == TokenKind.Symbol && tokens.Current.Text is "span." or "resource." ? tokens.Take().Text : ".";
        if (tokens.Current.Kind != TokenKind.AttributeName) throw tokens.Unexpected("IDENTIFIER");
        return new(ScopeOf(scope), tokens.Take().Text, ofParent);
    }

    private static AttributeScope ScopeOf(string scope) => scope switch
    {
        "resource." => AttributeScope.Resource,
        "span." => AttributeScope.Span,
        "event." => AttributeScope.Event,
        "link." => AttributeScope.Link,
        "instrumentation." => AttributeScope.Instrumentation,
        _ => AttributeScope.Any,
    };

    /// <summary>A negative number is a number, not an operation.</summary>
    private static FieldExpression Minus(FieldExpression of) => of switch
    {
        FieldExpression.Constant { Value.Kind: ValueKind.WholeNumber } constant => new FieldExpression.Constant(Value.Of(-constant.Value.Whole)),
        FieldExpression.Constant { Value.Kind: ValueKind.Number } constant => new FieldExpression.Constant(Value.Of(-constant.Value.Number)),
        FieldExpression.Constant { Value.Kind: ValueKind.Duration } constant => new FieldExpression.Constant(Value.OfDuration(-constant.Value.Whole)),
        _ => new FieldExpression.Minus(of),
    };

    private static FieldExpression Combine(string sign, FieldExpression left, FieldExpression right) => (sign, left, right) switch
    {
        ("=" or "!=", _, FieldExpression.Constant { Value.IsNil: true }) => new FieldExpression.Presence(left, sign == "!="),
        ("=" or "!=", FieldExpression.Constant { Value.IsNil: true }, _) => new FieldExpression.Presence(right, sign == "!="),
        ("=~" or "!~", _, FieldExpression.Constant { Value.Kind: ValueKind.Text } pattern) => new FieldExpression.Binary(sign, left, right, Compile(pattern.Value.Text)),
        _ => new FieldExpression.Binary(sign, left, right),
    };

    private static Re2Regex Compile(string pattern)
    {
        try
        {
            return Re2Regex.ParseAnchored(pattern);
        }
        catch (Re2SyntaxException)
        {
            throw new TraceQlException($"invalid regex: {pattern}");
        }
    }
}
