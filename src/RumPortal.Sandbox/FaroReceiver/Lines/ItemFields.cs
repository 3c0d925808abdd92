using System.Globalization;
using System.IO.Hashing;
using System.Text;
using RumPortal.Sandbox.FaroReceiver.Payloads;

namespace RumPortal.Sandbox.FaroReceiver.Lines;

/// <summary>The head of a line: what belongs to the item itself, in Alloy's order for each kind.</summary>
internal static class ItemFields
{
    public static LineFields Of(Log log)
    {
        var fields = Start(log.Timestamp, "log");
        fields.Add("message", log.Message);
        fields.Add("level", log.Level);
        fields.AddAll("context_", log.Context);
        AddTrace(fields, log.Trace);
        return fields;
    }

    public static LineFields Of(Event item)
    {
        var fields = Start(item.Timestamp, "event");
        fields.Add("event_name", item.Name);
        fields.Add("event_domain", item.Domain);
        fields.AddAll("event_data_", item.Attributes);
        AddTrace(fields, item.Trace);
        return fields;
    }

    public static LineFields Of(ExceptionReport exception)
    {
        var fields = Start(exception.Timestamp, "exception");
        fields.Add("type", exception.Type);
        fields.Add("value", exception.Value);
        fields.Add("stacktrace", Stacktrace(exception));
        var hash = XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(exception.Value));
        fields.Add("hash", hash.ToString(CultureInfo.InvariantCulture));
        fields.AddAll("context_", exception.Context);
        AddTrace(fields, exception.Trace);
        return fields;
    }

    public static LineFields Of(Measurement measurement)
    {
        var fields = Start(measurement.Timestamp, "measurement");
        fields.Add("type", measurement.Type);
        var values = measurement.Values.OrderBy(value => value.Key, Utf8Order.Instance).ToArray();
        foreach (var (key, number) in values) fields.Add(key, GoNumber.Fixed(number));
        AddTrace(fields, measurement.Trace);
        fields.AddAll("context_", measurement.Context);
        foreach (var (key, number) in values) fields.Add("value_" + key, number);
        return fields;
    }

    private static LineFields Start(GoTime timestamp, string kind)
    {
        var fields = new LineFields();
        fields.Add("timestamp", timestamp.ToString());
        fields.Add("kind", kind);
        return fields;
    }

    private static void AddTrace(LineFields fields, TraceContext trace)
    {
        fields.Add("traceID", trace.TraceId);
        fields.Add("spanID", trace.SpanId);
    }

    private static string Stacktrace(ExceptionReport exception)
    {
        var text = new StringBuilder().Append(exception.Type).Append(": ").Append(exception.Value);
        foreach (var frame in exception.Frames.Items)
        {
            text.Append("\n  at ").Append(frame.Function).Append(" (");
            if (frame.Module.Length > 0) text.Append(frame.Module).Append('|');
            text.Append(CultureInfo.InvariantCulture, $"{frame.Filename}:{frame.Line}:{frame.Column})");
        }

        return text.ToString();
    }
}
