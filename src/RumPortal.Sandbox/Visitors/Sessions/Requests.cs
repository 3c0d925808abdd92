using System.Globalization;
using RumPortal.Sandbox.Visitors.Backends;
using RumPortal.Sandbox.Visitors.Payloads;
using RumPortal.Sandbox.Visitors.Story;

namespace RumPortal.Sandbox.Visitors.Sessions;

/// <summary>
/// The fetches and XHRs of a tab: a resource timing, a tracing event and a span each, and what the app makes of a failure.
/// </summary>
internal sealed class Requests(Tab tab, Storyline story)
{
    // The identity team's client is built on XMLHttpRequest.
    private string Scope => tab.Visitor.App.Name == "account-portal" ? "xml-http-request" : "fetch";

    /// <summary>Sends a request; the tab's clock does not move.</summary>
    /// <param name="call">What is requested.</param>
    /// <param name="delay">From the tab's time on.</param>
    /// <param name="action">The user action that it belongs to, if any.</param>
    /// <returns>How long it took.</returns>
    public TimeSpan Send(ApiCall call, TimeSpan delay, string? action = null)
    {
        var random = tab.Random;
        var url = tab.Page.Resolve(call);
        var start = tab.Now + delay;
        var status = call.IsSure ? 200 : story.Status(tab.Visitor.App, call.Url, start, random);
        var median = status is 503 or 504 ? call.Median * 4 : call.Median;
        var network = tab.Visitor.Browser.IsMobile ? 1.4 : 1;
        var duration = TimeSpan.FromMilliseconds(Math.Min(30_000, random.LogNormal(median, 0.45) * network));
        var trace = new TraceLink(random.Hex(32), random.Hex(16));
        AddTiming(url, start, duration, status, random);
        AddTracing(call, new SpanItem(start, start + duration, trace, Scope, call.Method, url, status)
        {
            Action = action is null ? null : new UserAction(action, tab.Aside.Id(10)),
        });
        if (status is 0 or >= 400) Complain(call.Method, url, start + duration, status, trace);
        return duration;
    }

    /// <summary>Sends a request that the page can do without: it takes a failure in silence and does not wait.</summary>
    /// <param name="call">What is requested.</param>
    /// <param name="delay">From the tab's time on.</param>
    /// <param name="longest">By then it has ended.</param>
    public void SendAside(ApiCall call, TimeSpan delay, TimeSpan longest)
    {
        var random = tab.Aside;
        if (!random.Chance(call.Share)) return;
        var (url, start) = (tab.Page.Resolve(call), tab.Now + delay);
        var refused = call.FateFor(tab.Visitor) == TraceFate.PreflightRefused;
        var status = refused ? 0 : story.Status(tab.Visitor.App, call.Url, start, random);
        var duration = TimeSpan.FromMilliseconds(Math.Min(longest.TotalMilliseconds, random.LogNormal(call.Median, 0.45)));
        AddTiming(url, start, duration, status, random);
        AddTracing(call, new SpanItem(start, start + duration, new TraceLink(random.Hex(32), random.Hex(16)), Scope, call.Method, url, status));
    }

    private void AddTiming(Uri url, DateTimeOffset start, TimeSpan duration, int status, SeededRandom random)
    {
        var milliseconds = duration.TotalMilliseconds;
        var size = status == 0 ? 0 : random.Between(180, 9_000);
        tab.Add(new EventItem(start, "faro.performance.resource", new Pairs
        {
            { "name", url.AbsoluteUri }, { "httpHost", url.Authority }, { "duration", milliseconds }, { "tcpHandshakeTime", "0" }, { "dnsLookupTime", "0" },
            { "tlsNegotiationTime", "0" }, { "responseStatus", status }, { "redirectTime", "0" }, { "requestTime", milliseconds * 0.9 },
            { "responseTime", milliseconds * 0.05 }, { "fetchTime", milliseconds }, { "serviceWorkerTime", "0" }, { "decodedBodySize", size * 2 },
            { "encodedBodySize", size }, { "cacheHitStatus", "fullLoad" }, { "renderBlockingStatus", "non-blocking" }, { "protocol", "h2" },
            { "initiatorType", Scope == "fetch" ? "fetch" : "xmlhttprequest" }, { "visibilityState", "visible" }, { "ttfb", milliseconds * 0.9 },
            { "transferSize", size == 0 ? 0 : size + 300 }, { "faroNavigationId", tab.NavigationId }, { "faroResourceId", random.Id(10) },
        }));
    }

    private void AddTracing(ApiCall call, SpanItem span)
    {
        var attributes = new Pairs();
        foreach (var (key, value) in RequestAttributes.Of(span, tab.Visitor, tab.SessionId)) attributes.Add(key, value.ToString());
        attributes.Add("duration_ns", ((span.Time - span.Start).Ticks * 100).ToString(CultureInfo.InvariantCulture));
        tab.Add(new EventItem(span.Time, "faro.tracing." + Scope, attributes, span.Trace));
        tab.Add(span);
        tab.AddBackend(BackendTrace.Of(call, tab.Visitor, span));
    }

    private void Complain(string method, Uri url, DateTimeOffset at, int status, TraceLink trace)
    {
        var random = tab.Random;
        if (status >= 500 && random.Chance(0.6)) Throw("Error", $"Request failed with status code {status}", "createError", "settle");
        else if (status == 0) Throw("TypeError", "Failed to fetch", "request");
        if (!random.Chance(0.5)) return;
        var message = $"{method} {url.AbsolutePath} failed: {status}";
        tab.Add(new LogItem(at.AddMilliseconds(3), "error", message, new Pairs { { "component", "ApiClient" } }));

        void Throw(string type, string value, params string[] functions) =>
            tab.Add(new ExceptionItem(at.AddMilliseconds(2), type, value, Stack.Of(tab.Visitor, functions), [], trace));
    }
}
