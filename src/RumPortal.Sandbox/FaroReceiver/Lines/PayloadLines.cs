using System.Text;
using RumPortal.Sandbox.FaroReceiver.Payloads;

namespace RumPortal.Sandbox.FaroReceiver.Lines;

/// <summary>
/// Turns a payload into the lines that Alloy 1.18's receiver writes, byte for byte: all logs, then all exceptions, measurements and events,
/// each in payload order.
/// </summary>
public sealed class PayloadLines(LineFormat format, IReadOnlyDictionary<string, string> extraLabels)
{
    private readonly KeyValuePair<string, string>[] _labels = [.. extraLabels.OrderBy(label => label.Key, Utf8Order.Instance)];

    /// <summary>
    /// The lines, written one at a time as they are asked for; null stands for a line that cannot be encoded and is lost.
    /// </summary>
    public IEnumerable<LogLine?> Of(FaroPayload payload)
    {
        var meta = MetaFields.Of(payload.Meta);
        var line = new StringBuilder(1024);
        return payload.Logs.Items.Select(ItemFields.Of)
            .Concat(payload.Exceptions.Items.Select(ItemFields.Of))
            .Concat(payload.Measurements.Items.Select(ItemFields.Of))
            .Concat(payload.Events.Items.Select(ItemFields.Of))
            .Select(fields => Finish(fields, meta, line));
    }

    private LogLine? Finish(LineFields fields, LineFields meta, StringBuilder line)
    {
        fields.AddAll(meta);
        line.Clear();
        if (format == LineFormat.Json) JsonLine.Write(fields, line);
        else if (!LogfmtLine.TryWrite(fields, line)) return null;
        var text = line.ToString();
        return new LogLine(Stream(fields, line.Clear()), text);
    }

    private string Stream(LineFields fields, StringBuilder stream)
    {
        var labels = new LineFields();
        foreach (var (name, constant) in _labels) labels.Add(name, constant.Length > 0 ? constant : fields.Find(name)?.ToString() ?? "");
        JsonLine.Write(labels, stream);
        return stream.ToString();
    }
}
