using System.Globalization;
using System.Text;
using RumPortal.Domain.Traces;

namespace RumPortal.Testing.Tempo;

/// <summary>A trace as text, with everything that the model holds, for whole comparisons.</summary>
public static class TraceText
{
    public static string Of(Trace? trace)
    {
        if (trace is null) return "no trace";
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"trace {trace.Id}, {trace.Unreadable} unreadable\n");
        foreach (var span in trace.Spans) text.Append(Of(span)).Append('\n');
        return text.ToString();
    }

    private static string Of(Span span) =>
        $"{span.Id} < {span.ParentId?.ToString() ?? "none"} {span.Kind} {span.Status} ({span.StatusMessage}) '{span.Name}' {span.Start}-{span.End}"
        + $" {Of(span.Attributes)} of {Of(span.Resource.Attributes)} by {span.Scope}"
        + string.Concat(span.Events.Select(item => $" event {item.Time} {item.Name} {Of(item.Attributes)}"))
        + string.Concat(span.Links.Select(link => $" link {link.TraceId} {link.SpanId} {Of(link.Attributes)}"));

    private static string Of(SpanAttributes attributes) => $"[{string.Join("; ", attributes.Select(item => $"{item.Key}={item.Value.GetType().Name}:{item.Value}"))}]";
}
