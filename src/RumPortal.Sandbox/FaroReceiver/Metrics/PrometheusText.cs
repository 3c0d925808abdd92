using System.Globalization;
using System.Text;

namespace RumPortal.Sandbox.FaroReceiver.Metrics;

/// <summary>Writes the Prometheus text exposition format 0.0.4. Each family's samples follow its HELP and TYPE lines.</summary>
internal sealed class PrometheusText(string commonLabels)
{
    private readonly StringBuilder _text = new();

    public void Family(string name, string type, string help) =>
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");

    public void Sample(string name, double value, params (string Name, string Value)[] labels)
    {
        _text.Append(name).Append('{').Append(commonLabels);
        foreach (var (label, text) in labels) _text.Append(CultureInfo.InvariantCulture, $",{label}=\"{Escape(text)}\"");
        _text.Append(CultureInfo.InvariantCulture, $"}} {value:R}\n");
    }

    public override string ToString() => _text.ToString();

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
