using System.Buffers;
using System.Text;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Prometheus.Store;

namespace RumPortal.Sandbox.Prometheus.OpenMetrics;

/// <summary>Reads one sample line of the OpenMetrics text format.</summary>
/// <remarks>
/// <c>requests_total{app="shop",path="a\"b"} 12.5 1795133100.25 # {trace_id="x"} 1</c>: a name, labels, a value, a time in seconds and an
/// exemplar, which is left out. Without a time the sample cannot be placed, and is refused.
/// </remarks>
internal ref struct MetricLine(ReadOnlySpan<char> line)
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:");

    private ReadOnlySpan<char> _rest = line;

    /// <exception cref="FormatException">The line has another form; the message says where.</exception>
    public static MetricSample Parse(ReadOnlySpan<char> line) => new MetricLine(line).Read();

    private MetricSample Read()
    {
        var name = TakeName();
        if (!MetricNames.IsMetricName(name)) throw new FormatException("the line does not begin with a metric's name");
        var labels = new List<Label> { new(MetricNames.Label, name) };
        if (TryTake('{')) ReadLabels(labels);
        var value = Number(TakeWord("value"), "value");
        var seconds = Number(TakeWord("timestamp"), "timestamp");
        if (!(Math.Abs(seconds) < long.MaxValue / 4000.0)) throw new FormatException("the timestamp is out of range");
        if (!_rest.IsEmpty && !_rest.StartsWith("# ")) throw new FormatException($"unexpected text after the timestamp: {_rest}");
        return new(LabelSet.OfDistinct(labels), (long)Math.Round(seconds * 1000), value);
    }

    private void ReadLabels(List<Label> labels)
    {
        while (!TryTake('}'))
        {
            var name = TakeName();
            if (!MetricNames.IsLabelName(name)) throw new FormatException($"{GoQuote.Quote(name)} is no label name");
            if (labels.Any(label => label.Name == name)) throw new FormatException($"the label {name} is given twice");
            if (!TryTake('=')) throw new FormatException($"the label {name} has no value");
            var value = TakeQuoted();
            if (value.Length > 0) labels.Add(new(name, value));
            if (!TryTake(',') && !_rest.StartsWith("}")) throw new FormatException("the labels are not closed");
        }
    }

    private string TakeName()
    {
        var end = _rest.IndexOfAnyExcept(NameCharacters);
        var name = end < 0 ? _rest : _rest[..end];
        _rest = _rest[name.Length..];
        return name.ToString();
    }

    private string TakeQuoted()
    {
        if (!TryTake('"')) throw new FormatException("a label's value has no quotes");
        var text = new StringBuilder();
        for (var i = 0; i < _rest.Length; i++)
        {
            if (_rest[i] == '"')
            {
                _rest = _rest[(i + 1)..];
                return text.ToString();
            }

            if (_rest[i] != '\\') text.Append(_rest[i]);
            else if (++i < _rest.Length) text.Append(_rest[i] == 'n' ? '\n' : _rest[i]);
        }

        throw new FormatException("a label's value is not closed");
    }

    private ReadOnlySpan<char> TakeWord(string what)
    {
        if (!TryTake(' ')) throw new FormatException($"the {what} is missing");
        var end = _rest.IndexOf(' ');
        var word = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? [] : _rest[end..];
        if (_rest.StartsWith(" # ")) _rest = _rest[1..];
        return word;
    }

    private bool TryTake(char c)
    {
        if (_rest.IsEmpty || _rest[0] != c) return false;
        _rest = _rest[1..];
        return true;
    }

    private static double Number(ReadOnlySpan<char> text, string what) =>
        GoFloat.TryParse(text.ToString(), out var value, out _) ? value : throw new FormatException($"the {what} is no number: {text}");
}
