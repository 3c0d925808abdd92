using System.Globalization;
using RumPortal.Sandbox.FaroReceiver.Payloads;

namespace RumPortal.UnitTests.Sandbox.Visitors;

/// <summary>A request that a visitor's browser reported, by whichever conventions.</summary>
internal sealed record VisitorRequest(string App, string Version, string Method, Uri Url, int Status, string TraceId, string SpanId)
{
    /// <summary>Method, host and path, numbers and the names of products left out.</summary>
    public string Route => $"{Method} {Url.Host}{string.Join('/', Url.AbsolutePath.Split('/').Select((part, i) => Varies(part, i) ? ":id" : part))}";

    public static VisitorRequest Of(Meta meta, Event traced)
    {
        string Read(string key, string old) => traced.Attributes.TryGetValue(key, out var value) ? value : traced.Attributes[old];
        return new VisitorRequest(
            meta.App.Name,
            meta.App.Version,
            Read("http.request.method", "http.method"),
            new Uri(Read("url.full", "http.url")),
            int.Parse(Read("http.response.status_code", "http.status_code"), CultureInfo.InvariantCulture),
            traced.Trace.TraceId,
            traced.Trace.SpanId);
    }

    private bool Varies(string part, int index) => part.Length > 0 && (char.IsAsciiDigit(part[0]) || (index == 2 && Url.AbsolutePath.StartsWith("/products/", StringComparison.Ordinal)));
}
