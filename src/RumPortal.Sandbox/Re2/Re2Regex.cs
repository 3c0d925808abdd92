using System.Text.RegularExpressions;

namespace RumPortal.Sandbox.Re2;

/// <summary>
/// A compiled regular expression with RE2's syntax and meaning. Matching takes linear time; only patterns with word boundaries run on
/// the backtracking engine, under a time limit whose breach is a <see cref="RegexMatchTimeoutException"/>.
/// </summary>
/// <exception cref="Re2SyntaxException">The pattern is refused.</exception>
public sealed class Re2Regex
{
    private static readonly TimeSpan BacktrackingLimit = TimeSpan.FromMilliseconds(250);

    // RE2 takes far longer patterns than the engine's default allows: a list of some hundred session ids, a long value to compare with.
    private const int LargestAutomaton = 1_000_000;

    private readonly Regex _regex;
    private readonly Re2Node _root;

    static Re2Regex() => AppContext.SetData("REGEX_NONBACKTRACKING_MAX_AUTOMATA_SIZE", LargestAutomaton);

    private Re2Regex(string pattern, Re2Node root, IReadOnlyList<string?> groupNames, Regex regex)
    {
        (Pattern, _root, GroupNames, _regex) = (pattern, root, groupNames, regex);
        // Expanding an anchored pattern would lose the anchors, and Expand says null for those by itself.
        Alternatives = Re2Literals.Expand(root);
        RequiredText = Re2Literals.Required(root);
    }

    public string Pattern { get; }

    /// <summary>The names of the groups, index 0 for group 1; null when a group has no name.</summary>
    public IReadOnlyList<string?> GroupNames { get; }

    /// <summary>The texts for which the pattern merely stands, or null.</summary>
    public IReadOnlyList<string>? Alternatives { get; }

    /// <summary>A text without which nothing matches; may be empty.</summary>
    public string RequiredText { get; }

    /// <summary>Finds the pattern anywhere in the text.</summary>
    public static Re2Regex Parse(string pattern, bool dotMatchesNewline = false)
    {
        var (root, names) = Re2Parser.Parse(pattern, dotMatchesNewline);
        return new(pattern, root, names, Compile(root));
    }

    /// <summary>Matches the whole text, as for labels.</summary>
    public static Re2Regex ParseAnchored(string pattern, bool dotMatchesNewline = false)
    {
        var (root, names) = Re2Parser.Parse(pattern, dotMatchesNewline);
        var anchored = new Re2Node.Sequence([new Re2Node.Anchor(Re2Anchor.BeginText), root, new Re2Node.Anchor(Re2Anchor.EndText)]);
        return new(pattern, anchored, names, Compile(anchored));
    }

    public bool IsMatch(ReadOnlySpan<char> text) => _regex.IsMatch(text);

    /// <summary>The first match; group n of the pattern is <c>Groups[n]</c>.</summary>
    public Match Match(string text) => _regex.Match(text);

    public MatchCollection Matches(string text) => _regex.Matches(text);

    public string Replace(string text, MatchEvaluator replacement) => _regex.Replace(text, replacement);

    /// <summary>Whether the pattern is nothing but <c>.*</c> or <c>.+</c>, which Loki reads without regard to newlines.</summary>
    internal bool IsOnly(int atLeast) => _root is Re2Node.Sequence { Parts: [_, Re2Node.Sequence { Parts: [Re2Node.Repeat { Inner: Re2Node.AnyCharacter, Max: null } repeat] }, _] } && repeat.Min == atLeast;

    private static Regex Compile(Re2Node root)
    {
        var pattern = Re2Translator.Translate(root);
        try
        {
            return Re2Translator.NeedsLookaround(root)
                ? new(pattern, RegexOptions.CultureInvariant, BacktrackingLimit)
                : new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            // The automaton of the expanded repeats is larger than the engine builds.
            throw new Re2SyntaxException("expression too large");
        }
    }
}
