using System.Collections.Frozen;
using System.Text.RegularExpressions;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Re2;
using RumPortal.Sandbox.Tempo.TraceQl;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.Api;

/// <summary>The older form of a search as a query: logfmt pairs that one span or its resource must have, and bounds on the trace's duration.</summary>
/// <remarks><c>tags=service.name=shop-web http.request.method="GET"&amp;minDuration=100ms</c>; values are found anywhere in the text, in any case.</remarks>
internal static partial class TagQuery
{
    /// <exception cref="BadRequestException">In Tempo's words.</exception>
    public static TraceQlQuery Of(string tags, string minDuration, string maxDuration)
    {
        var conditions = Pairs(tags).Select(pair => Condition(pair.Key, pair.Value)).ToList();
        var (shortest, longest) = (Duration("minDuration", minDuration), Duration("maxDuration", maxDuration));
        if (shortest > longest) throw new BadRequestException("invalid maxDuration: must be greater than minDuration");
        if (shortest is { } least) conditions.Add(new FieldExpression.Binary(">=", new FieldExpression.Property(Intrinsic.TraceDuration), Constant(least)));
        if (longest is { } most) conditions.Add(new FieldExpression.Binary("<=", new FieldExpression.Property(Intrinsic.TraceDuration), Constant(most)));
        var all = conditions.Aggregate((FieldExpression)new FieldExpression.Constant(Value.Of(true)), (left, right) => new FieldExpression.Binary("&&", left, right));
        return new(new([new PipelineStage.Spansets(new SpansetExpression.Filter(all))]), null, [], FrozenDictionary<string, Value>.Empty);
    }

    private static FieldExpression.Binary Condition(string key, string value)
    {
        FieldExpression field = key switch
        {
            "name" => new FieldExpression.Property(Intrinsic.Name),
            "root.name" => new FieldExpression.Property(Intrinsic.RootName),
            "root.service.name" => new FieldExpression.Property(Intrinsic.RootServiceName),
            _ => new FieldExpression.Attribute(AttributeScope.Any, key),
        };
        if (key == "error" && value == "true") return new("=", new FieldExpression.Property(Intrinsic.Status), new FieldExpression.Constant(Value.Of(Otlp.Spans.SpanStatus.Error)));
        var pattern = $"(?i).*{Regex.Escape(value).Replace("\\ ", " ", StringComparison.Ordinal).Replace("\\#", "#", StringComparison.Ordinal)}.*";
        return new("=~", field, new FieldExpression.Constant(Value.Of(pattern)), Re2Regex.ParseAnchored(pattern, dotMatchesNewline: true));
    }

    private static FieldExpression.Constant Constant(long nanoseconds) => new(Value.OfDuration(nanoseconds));

    private static long? Duration(string name, string text)
    {
        if (text.Length == 0) return null;
        return GoDuration.TryParseGo(text, out var nanoseconds, out var error) ? nanoseconds : throw new BadRequestException($"invalid {name}: {error}");
    }

    private static Dictionary<string, string> Pairs(string tags)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        var position = 0;
        while (position < tags.Length)
        {
            var match = Pair().Match(tags, position);
            if (!match.Success || match.Index != position) throw new BadRequestException(FormattableString.Invariant($"invalid tags: unexpected '{tags[position]}' at pos {position + 1}"));
            position += match.Length;
            var (key, value) = (match.Groups["key"].Value, match.Groups["value"].Value);
            if (key.Length == 0) continue;
            if (value.StartsWith('"') && !GoQuote.TryUnquote(value, out value)) throw new BadRequestException(FormattableString.Invariant($"invalid tags: invalid quoted value at pos {match.Index + 1}"));
            if (!pairs.TryAdd(key, value)) throw new BadRequestException($"invalid tags: tag {key} has been set twice");
        }

        return pairs;
    }

    [GeneratedRegex("""\G(?:\s+|(?<key>[^\s="]+)(?:=(?<value>"(?:[^"\\]|\\.)*"|[^\s="]*))?(?=\s|$))""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Pair();
}
