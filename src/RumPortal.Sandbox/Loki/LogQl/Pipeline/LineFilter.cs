using System.Text;
using System.Text.RegularExpressions;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Re2;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>
/// <c>|= != |~ !~</c> on the bytes of a line. Expressions that merely list texts are searched as texts, and the others only decode
/// lines that hold the text which each match must contain.
/// </summary>
internal sealed class LineFilter : IStage
{
    private readonly byte[][] _texts;
    private readonly (Re2Regex Regex, byte[] Required)[] _expressions;
    private readonly bool _negated;
    private char[] _decoded = [];

    private LineFilter(byte[][] texts, (Re2Regex, byte[])[] expressions, bool negated) => (_texts, _expressions, _negated) = (texts, expressions, negated);

    public IReadOnlyCollection<string> RequiredLabels => [];

    /// <exception cref="Re2SyntaxException">An expression is refused.</exception>
    public static LineFilter Compile(LineFilterExpression filter)
    {
        var negated = filter.Kind is LineFilterKind.NotContains or LineFilterKind.NotRegex;
        if (filter.Kind is LineFilterKind.Contains or LineFilterKind.NotContains) return new(Utf8(filter.Alternatives), [], negated);
        var parsed = filter.Alternatives.Select(pattern => Re2Regex.Parse(pattern)).ToList();
        var texts = parsed.Where(regex => regex.Alternatives is not null).SelectMany(regex => regex.Alternatives ?? []);
        var expressions = parsed.Where(regex => regex.Alternatives is null).Select(regex => (regex, Encoding.UTF8.GetBytes(regex.RequiredText)));
        return new(Utf8(texts), [.. expressions], negated);
    }

    /// <exception cref="RegexMatchTimeoutException">An expression with word boundaries took too long on this line.</exception>
    public bool Process(ref ReadOnlySpan<byte> line, LabelsBuilder labels) => ContainsAny(line) != _negated;

    private bool ContainsAny(ReadOnlySpan<byte> line)
    {
        foreach (var text in _texts)
            if (line.IndexOf(text) >= 0) return true;
        var decoded = -1;
        foreach (var (regex, required) in _expressions)
        {
            if (line.IndexOf(required) < 0) continue;
            if (decoded < 0) decoded = Decode(line);
            if (regex.IsMatch(_decoded.AsSpan(0, decoded))) return true;
        }

        return false;
    }

    private int Decode(ReadOnlySpan<byte> line)
    {
        if (_decoded.Length < line.Length) _decoded = new char[Math.Max(line.Length, 1024)];
        return Encoding.UTF8.GetChars(line, _decoded);
    }

    private static byte[][] Utf8(IEnumerable<string> texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
