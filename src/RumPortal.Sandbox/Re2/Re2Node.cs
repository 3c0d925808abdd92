namespace RumPortal.Sandbox.Re2;

/// <summary>A parsed RE2 expression. Flags (<c>i m s U</c>) are already applied: case folding is in the sets, laziness in the repeats.</summary>
internal abstract record Re2Node
{
    private Re2Node()
    {
    }

    public static Re2Node Nothing { get; } = new Sequence([]);

    /// <summary>One code point of a set; a literal is a set with one member.</summary>
    public sealed record Character(CodePointSet Set) : Re2Node;

    /// <summary>Any code point; without <paramref name="Newline"/> all but line feed.</summary>
    public sealed record AnyCharacter(bool Newline) : Re2Node;

    public sealed record Sequence(IReadOnlyList<Re2Node> Parts) : Re2Node;

    public sealed record Alternatives(IReadOnlyList<Re2Node> Choices) : Re2Node;

    /// <summary><paramref name="Max"/> is null when there is no upper bound.</summary>
    public sealed record Repeat(Re2Node Inner, int Min, int? Max, bool Lazy) : Re2Node;

    /// <summary>A capturing group; numbers count from 1 in the order of the opening parentheses.</summary>
    public sealed record Capture(Re2Node Inner, int Number) : Re2Node;

    public sealed record Anchor(Re2Anchor Kind) : Re2Node;
}
