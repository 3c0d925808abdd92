using System.Collections.Immutable;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>A condition on the raw line, run before any parser.</summary>
public sealed record LineFilter : MetricStage
{
    private LineFilter(string @operator, params IEnumerable<string> values) => (Operator, Values) = (@operator, [.. values]);

    /// <summary><c>|=</c>, <c>!=</c>, <c>|~</c> or <c>!~</c>.</summary>
    public string Operator { get; }

    /// <summary>Texts or expressions; several are alternatives.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary><c>|= "text"</c></summary>
    public static LineFilter Contains(string text) => new("|=", text);

    /// <summary><c>|= "a" or "b"</c>, understood since Loki 3.0; <see cref="Matches"/> with alternatives works everywhere.</summary>
    /// <exception cref="ArgumentException">No text is given.</exception>
    public static LineFilter ContainsAny(IReadOnlyCollection<string> texts) =>
        texts.Count > 0 ? new("|=", texts) : throw new ArgumentException("At least one text is needed.", nameof(texts));

    /// <summary><c>!= "text"</c></summary>
    public static LineFilter Lacks(string text) => new("!=", text);

    /// <summary><c>|~ "expression"</c></summary>
    public static LineFilter Matches(Re2 expression) => new("|~", expression.Pattern);

    /// <summary><c>!~ "expression"</c></summary>
    public static LineFilter MatchesNot(Re2 expression) => new("!~", expression.Pattern);
}
