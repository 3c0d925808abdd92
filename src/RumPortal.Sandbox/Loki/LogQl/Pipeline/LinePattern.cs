using System.Text;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>A pattern of literal text and captures: <c>&lt;ip&gt; - &lt;_&gt; "&lt;method&gt; &lt;path&gt;"</c>; <c>&lt;_&gt;</c> skips.</summary>
internal sealed class LinePattern
{
    /// <summary>Captures (a name, null for the unnamed) and literals, in turn.</summary>
    private readonly List<(string? Capture, byte[]? Literal)> _parts = [];

    private LinePattern()
    {
    }

    /// <summary>The names of the captures in their order.</summary>
    public IEnumerable<string> Names => _parts.Where(part => part is { Literal: null, Capture: not null }).Select(part => part.Capture ?? "");

    /// <exception cref="FormatException">There is no named capture, two captures touch, or a name occurs twice.</exception>
    public static LinePattern Parse(string text)
    {
        var pattern = new LinePattern();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (CaptureAt(text, i) is not { } name)
            {
                literal.Append(text[i]);
                continue;
            }

            pattern.AddLiteral(literal);
            pattern._parts.Add((name == "_" ? null : name, null));
            i += name.Length + 1;
        }

        pattern.AddLiteral(literal);
        return pattern.Validated();
    }

    /// <summary>The captured parts of a line, as many as were found. A capture whose closing literal is missing takes the rest.</summary>
    public void Match(ReadOnlySpan<byte> line, List<(string Name, Range Part)> captures)
    {
        captures.Clear();
        var position = 0;
        var part = 0;
        if (line.IsEmpty) return;
        if (_parts[0].Literal is { } start)
        {
            if (!line.StartsWith(start)) return;
            position = start.Length;
            part = 1;
        }

        for (; part < _parts.Count; part += 2)
        {
            var rest = line[position..];
            var literal = part + 1 < _parts.Count ? _parts[part + 1].Literal : null;
            var end = literal is null ? -1 : rest.IndexOf(literal);
            if (_parts[part].Capture is { } name) captures.Add((name, position..(end < 0 ? line.Length : position + end)));
            if (end < 0 || literal is null) return;
            position += end + literal.Length;
        }
    }

    private static string? CaptureAt(string text, int start)
    {
        if (text[start] != '<') return null;
        var end = text.IndexOf('>', start);
        var name = end < 0 ? "" : text[(start + 1)..end];
        return LabelNames.IsValid(name) ? name : null;
    }

    private void AddLiteral(StringBuilder literal)
    {
        if (literal.Length == 0) return;
        _parts.Add((null, Encoding.UTF8.GetBytes(literal.ToString())));
        literal.Clear();
    }

    private LinePattern Validated()
    {
        if (!Names.Any()) throw new FormatException("at least one capture is required");
        for (var i = 1; i < _parts.Count; i++)
            if (_parts[i].Literal is null && _parts[i - 1].Literal is null) throw new FormatException("found consecutive capture: invalid expression");
        var twice = Names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? this : throw new FormatException($"duplicate capture name ({twice}): invalid expression");
    }
}
