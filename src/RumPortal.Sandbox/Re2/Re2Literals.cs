using System.Text;

namespace RumPortal.Sandbox.Re2;

/// <summary>
/// What plain text an expression stands for: lines are first searched for it as bytes, which is far cheaper than decoding them for the
/// automaton. Only case-sensitive text counts.
/// </summary>
internal static class Re2Literals
{
    private const int MaxAlternatives = 200;

    /// <summary>All texts that the expression matches, when they are few: <c>id=(s1|s2)</c> is <c>id=s1</c> and <c>id=s2</c>. Null when it has sets, repeats or anchors.</summary>
    public static IReadOnlyList<string>? Expand(Re2Node node) => node switch
    {
        Re2Node.Character { Set.Single: { } rune } => [rune.ToString()],
        Re2Node.Capture capture => Expand(capture.Inner),
        Re2Node.Sequence sequence => ExpandSequence(sequence.Parts),
        Re2Node.Alternatives alternatives => ExpandAlternatives(alternatives.Choices),
        _ => null,
    };

    /// <summary>The longest text that each match must contain; empty when there is none.</summary>
    public static string Required(Re2Node node)
    {
        if (node is Re2Node.Capture capture) return Required(capture.Inner);
        if (node is not Re2Node.Sequence sequence) return Expand(node) is [var only] ? only : "";
        var (longest, run) = ("", new StringBuilder());
        foreach (var part in sequence.Parts)
        {
            if (part is Re2Node.Character { Set.Single: { } rune })
            {
                run.Append(rune.ToString());
                continue;
            }

            longest = Longer(longest, run.ToString());
            longest = Longer(longest, part is Re2Node.Repeat { Min: > 0 } repeat ? Required(repeat.Inner) : Required(part));
            run.Clear();
        }

        return Longer(longest, run.ToString());
    }

    private static string Longer(string a, string b) => b.Length > a.Length ? b : a;

    private static List<string>? ExpandSequence(IReadOnlyList<Re2Node> parts)
    {
        var texts = new List<string> { "" };
        foreach (var part in parts)
        {
            if (Expand(part) is not { } next || texts.Count * next.Count > MaxAlternatives) return null;
            texts = [.. texts.SelectMany(text => next, (text, more) => text + more)];
        }

        return texts;
    }

    private static List<string>? ExpandAlternatives(IReadOnlyList<Re2Node> choices)
    {
        var texts = new List<string>();
        foreach (var choice in choices)
        {
            if (Expand(choice) is not { } more || texts.Count + more.Count > MaxAlternatives) return null;
            texts.AddRange(more);
        }

        return texts;
    }
}
