using System.Globalization;
using RumPortal.Sandbox.Visitors.Backends;
using RumPortal.Sandbox.Visitors.Payloads;

namespace RumPortal.Sandbox.Visitors.Sessions;

/// <summary>
/// A document from its first byte to the moment it is hidden: the navigation event and the early vitals at load, the late ones (CLS, INP and
/// the final LCP) once, when it is left.
/// </summary>
internal sealed class DocumentLoad
{
    private readonly Tab _tab;
    private readonly DateTimeOffset _start;
    private readonly LoadTimings _timings;
    private readonly string _navigationType;
    private readonly Page _page;
    private string? _interactionTarget;
    private bool _isReported;

    private DocumentLoad(Tab tab, string navigationType)
    {
        (_tab, _start, _page, _navigationType) = (tab, tab.Now, tab.Page, navigationType);
        _timings = LoadTimings.Draw(tab.Visitor, tab.Page.Template, tab.Random);
    }

    /// <summary>Loads the tab's page; the tab's clock stands after the load event then.</summary>
    /// <param name="tab">Shows the page already.</param>
    /// <param name="sessionEvent"><c>session_start</c>, or <c>session_resume</c> when the page load found a session.</param>
    public static DocumentLoad Begin(Tab tab, string sessionEvent)
    {
        var previous = tab.NavigationId;
        tab.NavigationId = tab.Random.Id(10);
        var document = new DocumentLoad(tab, tab.Random.Chance(0.08) ? "reload" : "navigate");
        tab.Wait(TimeSpan.FromMilliseconds(document._timings.Ttfb + 30));
        tab.AddEvent(sessionEvent);
        document.AddNavigation(previous);
        document.AddEarlyVitals();
        tab.Wait(TimeSpan.FromMilliseconds(document._timings.Lcp - document._timings.Ttfb));
        return document;
    }

    public void Interact(string selector) => _interactionTarget ??= selector;

    /// <summary>The document is hidden or left.</summary>
    public void Report()
    {
        if (_isReported) return;
        _isReported = true;
        AddLcp();
        if (_interactionTarget is { } target) AddInp(target);
        if (_tab.Visitor.Browser.ReportsLayoutShift) AddCls();
    }

    private void AddNavigation(string previous)
    {
        var random = _tab.Random;
        var load = _timings.Lcp + random.Between(40, 400);
        var size = random.Between(4_000, 60_000);
        var served = BackendTrace.OfDocument(
            _tab.Visitor, _page.Template, _page.Url, _start, TimeSpan.FromMilliseconds(_timings.Ttfb), _tab.Aside);
        if (served is not null) _tab.AddBackend([served]);
        _tab.Add(new EventItem(_start, "faro.performance.navigation", new Pairs
        {
            { "name", _page.Url.AbsoluteUri }, { "httpHost", _page.Url.Authority }, { "duration", load + 20 },
            { "tcpHandshakeTime", random.Between(0, 60) }, { "dnsLookupTime", random.Between(0, 30) }, { "tlsNegotiationTime", random.Between(5, 40) },
            { "responseStatus", "200" }, { "redirectTime", "0" }, { "requestTime", _timings.Ttfb * 0.7 }, { "responseTime", random.Between(1, 30) },
            { "fetchTime", _timings.Ttfb + 10 }, { "serviceWorkerTime", "0" }, { "decodedBodySize", size * 3 }, { "encodedBodySize", size },
            { "cacheHitStatus", "fullLoad" }, { "renderBlockingStatus", "non-blocking" }, { "protocol", "h2" }, { "initiatorType", "navigation" },
            { "visibilityState", "visible" }, { "ttfb", _timings.Ttfb }, { "transferSize", size + 300 }, { "pageLoadTime", load },
            { "documentParsingTime", load * 0.35 }, { "domProcessingTime", load * 0.2 }, { "domContentLoadHandlerTime", random.Between(1, 25) },
            { "onLoadTime", random.Between(0, 12) }, { "type", _navigationType }, { "faroNavigationId", _tab.NavigationId },
            { "faroPreviousNavigationId", previous },
        }, served?.Ids));
    }

    private void AddEarlyVitals()
    {
        Add("ttfb", _timings.Ttfb, Rating(_timings.Ttfb, 800, 1800), _timings.Ttfb,
            [("waiting_duration", Tenths(_timings.Ttfb * 0.1)), ("dns_duration", Tenths(_timings.Ttfb * 0.1)),
             ("connection_duration", Tenths(_timings.Ttfb * 0.2)), ("request_duration", Tenths(_timings.Ttfb * 0.6))], []);
        Add("fcp", _timings.Fcp, Rating(_timings.Fcp, 1800, 3000), _timings.Fcp,
            [("first_byte_to_fcp", Tenths(_timings.Fcp - _timings.Ttfb)), ("time_to_first_byte", _timings.Ttfb)],
            new Pairs { { "load_state", "dom-interactive" } });
    }

    private void AddLcp()
    {
        var rest = _timings.Lcp - _timings.Ttfb;
        var (delay, duration) = (Tenths(rest * 0.18), Tenths(rest * 0.5));
        Add("lcp", _timings.Lcp, Rating(_timings.Lcp, 2500, 4000), _timings.Lcp,
            [("element_render_delay", Tenths(rest - delay - duration)), ("resource_load_delay", delay), ("resource_load_duration", duration),
             ("time_to_first_byte", _timings.Ttfb)],
            new Pairs { { "element", _page.Template.LcpElement } });
    }

    private void AddInp(string target)
    {
        var (input, processing) = (Tenths(_timings.Inp * 0.2), Tenths(_timings.Inp * 0.6));
        var at = _timings.Lcp + _tab.Random.Between(800, 20_000);
        Add("inp", _timings.Inp, Rating(_timings.Inp, 200, 500), (_tab.Now - _start).TotalMilliseconds,
            [("interaction_time", at), ("input_delay", input), ("processing_duration", processing),
             ("presentation_delay", Tenths(_timings.Inp - input - processing)), ("next_paint_time", at + _timings.Inp)],
            new Pairs { { "load_state", "complete" }, { "interaction_target", target }, { "interaction_type", "pointer" } });
    }

    private void AddCls() => Add("cls", _timings.Cls, Rating(_timings.Cls, 0.1, 0.25), (_tab.Now - _start).TotalMilliseconds,
        [("largest_shift_value", Math.Round(_timings.Cls * 0.8, 4)), ("largest_shift_time", Tenths(_timings.Fcp + 120))],
        new Pairs { { "load_state", "complete" }, { "largest_shift_target", _page.Template.LcpElement } });

    private void Add(string vital, double value, string rating, double afterStart, (string, double)[] parts, Pairs attribution)
    {
        var context = new Pairs
        {
            { "id", $"v6-{_start.ToUnixTimeMilliseconds()}-{NextId()}" },
            { "rating", rating },
            { "navigation_type", _navigationType },
            { "navigation_entry_id", _tab.NavigationId },
        };
        foreach (var (key, text) in attribution) context.Add(key, text);
        _tab.Add(new MeasurementItem(_start.AddMilliseconds(afterStart), "web-vitals", [(vital, value), ("delta", value), .. parts], context));
    }

    private string NextId() => (1_000_000_000_000 + (long)(_tab.Random.Unit() * 8_999_999_999_999)).ToString(CultureInfo.InvariantCulture);

    private static string Rating(double value, double good, double poor) =>
        value <= good ? "good" : value <= poor ? "needs-improvement" : "poor";

    private static double Tenths(double milliseconds) => Math.Round(milliseconds, 1);
}
