using System.Globalization;
using RumPortal.Sandbox.Visitors.Payloads;
using RumPortal.Sandbox.Visitors.Story;

namespace RumPortal.Sandbox.Visitors.Sessions;

/// <summary>Plays one visit from the first page to the last and gives the batches that its browser posts.</summary>
internal sealed class SessionScript
{
    /// <summary>No batch of a visit arrives later than this after its start.</summary>
    public static readonly TimeSpan LongestVisit = TimeSpan.FromHours(3);

    private static readonly TimeSpan StopOpeningPages = TimeSpan.FromHours(2);
    private readonly Tab _tab;
    private readonly Requests _requests;
    private readonly SeededRandom _random;
    private DocumentLoad? _document;

    private SessionScript(Storyline story, DateTimeOffset start, SeededRandom random)
    {
        _random = random;
        _tab = new Tab(Visitor.Draw(story, start, random), start, random);
        _requests = new Requests(_tab, story);
    }

    public static IReadOnlyList<VisitorBatch> Play(Storyline story, DateTimeOffset start, SeededRandom random)
    {
        var script = new SessionScript(story, start, random);
        var end = start + StopOpeningPages;
        script.Enter();
        while (random.Chance(0.84) && script._tab.Now < end) script.GoOn();
        script.LeaveDocument();
        return script._tab.Batches;
    }

    private void Enter()
    {
        _tab.Show(Page.Open(_tab.Visitor.App, EntryPage(), _random));
        Load("session_start");
        if (_tab.Visitor.App.Name == "shop-web" && _random.Chance(0.15))
            _tab.AddEvent("faro.session_recording.started", new Pairs { { "recording_id", _random.Id(10) } });
        UsePage();
    }

    private void GoOn()
    {
        if (_random.Chance(0.03)) Idle();
        var app = _tab.Visitor.App;
        var next = Page.Open(app, app.Page(_random.Pick(_tab.Page.Template.Next)), _random);
        if (app.IsSinglePage && _random.Chance(0.75)) ChangeView(next);
        else Navigate(next);
        UsePage();
    }

    // Many visits start deep inside, from a search engine or a mail.
    private PageTemplate EntryPage()
    {
        var pages = _tab.Visitor.App.Pages;
        return _random.Chance(0.6) ? pages[0] : _random.Pick(pages);
    }

    private void Load(string sessionEvent)
    {
        _document = DocumentLoad.Begin(_tab, sessionEvent);
        CallApis();
        _tab.Flush();
    }

    private void Navigate(Page next)
    {
        LeaveDocument();
        _tab.Show(next);
        Load("session_resume");
    }

    private void ChangeView(Page next)
    {
        var from = _tab.Page.Template.View;
        _tab.Show(next);
        if (from != next.Template.View)
            _tab.AddEvent("view_changed", new Pairs { { "fromView", from }, { "toView", next.Template.View } });
        CallApis();
        _tab.Flush();
    }

    private void LeaveDocument()
    {
        _document?.Report();
        _tab.Flush();
    }

    // The tab is left open past the session's 15 minutes; coming back renews the session. Every third time the event is lost in the flush.
    private void Idle()
    {
        LeaveDocument();
        _tab.Wait(_random.Between(TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(40)));
        _tab.RenewSession();
        if (_random.Chance(0.67)) _tab.AddEvent("session_extend");
    }

    // The calls run side by side; nothing is reported before the slowest has ended.
    private void CallApis()
    {
        var delay = TimeSpan.FromMilliseconds(_random.Between(20, 120));
        var durations = _tab.Page.Template.Calls.Select(call => _requests.Send(call, delay)).ToArray();
        if (durations.Length == 0) return;
        foreach (var call in _tab.Page.Template.Besides) _requests.SendAside(call, delay, durations.Max());
        _tab.Wait(delay + durations.Max() + TimeSpan.FromMilliseconds(5));
    }

    private void UsePage()
    {
        Look();
        WriteConsole();
        ThrowFaults();
        ReportOddities();
        _tab.Flush();
        foreach (var control in _tab.Page.Template.Controls)
            if (_random.Chance(0.45)) Use(control);
        Look();
    }

    private void Look() => _tab.Wait(TimeSpan.FromSeconds(Math.Clamp(_random.LogNormal(14, 0.9), 1, 420)));

    private void Use(Control control)
    {
        _document?.Interact(control.Selector);
        var start = _tab.Now;
        var duration = TimeSpan.FromMilliseconds(_random.Between(60, 380));
        if (control.Call is { } call) duration += _requests.Send(call, TimeSpan.FromMilliseconds(12), control.Action);
        if (control.Action is { } action) AddAction(action, start, duration, control.IsCritical);
        _tab.Wait(duration + TimeSpan.FromMilliseconds(20));
        _tab.Flush();
        _tab.Wait(TimeSpan.FromSeconds(_random.Between(1, 9)));
    }

    private void AddAction(string name, DateTimeOffset start, TimeSpan duration, bool critical)
    {
        var startTime = (start + _tab.Visitor.Skew).ToUnixTimeMilliseconds();
        _tab.Add(new EventItem(start, "faro.user.action", new Pairs
        {
            { "userActionName", name },
            { "userActionStartTime", startTime.ToString(CultureInfo.InvariantCulture) },
            { "userActionEndTime", (startTime + (long)duration.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) },
            { "userActionDuration", Math.Round(duration.TotalMilliseconds, 1).ToString(CultureInfo.InvariantCulture) },
            { "userActionTrigger", _random.Chance(0.85) ? "pointerdown" : "keydown" },
            { "userActionImportance", critical ? "critical" : "normal" },
        }));
    }

    private void WriteConsole()
    {
        foreach (var line in _tab.Visitor.App.Console)
            if (_random.Chance(line.Probability))
                _tab.Add(new LogItem(_tab.Now, line.Level, Numbered(line.Message), new Pairs { { "component", line.Component } }));
    }

    private void ThrowFaults()
    {
        foreach (var fault in _tab.Visitor.App.Faults)
        {
            if (!fault.Only(_tab.Visitor) || !fault.On(_tab.Page.Template) || !_random.Chance(fault.Probability)) continue;
            var context = new Pairs { { "component", fault.Functions.FirstOrDefault() } };
            _tab.Add(new ExceptionItem(_tab.Now, fault.Type, Numbered(fault.Value), Stack.Of(_tab.Visitor, fault.Functions), context));
        }
    }

    // What SDKs send besides: custom measurements and events of the app's own, and a violated content security policy now and then.
    private void ReportOddities()
    {
        if (_random.Chance(0.01)) _tab.Add(new MeasurementItem(_tab.Now, "memory", [("used_js_heap_mb", _random.Between(20, 400))], []));
        if (_random.Chance(0.008)) _tab.AddEvent("newsletter_signup", new Pairs { { "placement", "footer" } });
        if (_random.Chance(0.003)) _tab.Add(CspViolation());
    }

    private EventItem CspViolation() => new(_tab.Now, "securitypolicyviolation", new Pairs
    {
        { "blockedURI", "https://tracker.thirdparty.test/pixel.gif" }, { "columnNumber", "14" }, { "disposition", "report" },
        { "documentURI", _tab.Page.Url.AbsoluteUri }, { "effectiveDirective", "img-src" }, { "lineNumber", "1" },
        { "originalPolicy", "default-src 'self'; img-src 'self' data:" }, { "referrer", "" }, { "sample", "" },
        { "sourceFile", _tab.Visitor.App.Origin.AbsoluteUri + "assets/tags.js" }, { "statusCode", "200" }, { "violatedDirective", "img-src" },
    });

    private string Numbered(string text) => text.Contains("{0}", StringComparison.Ordinal)
        ? text.Replace("{0}", _random.Between(3, 4_000).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        : text;
}
