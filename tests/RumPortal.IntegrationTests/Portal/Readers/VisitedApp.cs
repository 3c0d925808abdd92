using System.Globalization;
using RumPortal.Testing;
using RumPortal.Testing.Loki;

namespace RumPortal.IntegrationTests.Portal.Readers;

/// <summary>Composes the lines of an app that nobody else has. Seconds are since <see cref="PortalReaders.Start"/>.</summary>
internal sealed class VisitedApp(string? name = null)
{
    private readonly List<PushedLine> _lines = [];

    public string Name { get; } = name ?? "app-" + Guid.NewGuid().ToString("N")[..12];

    public IReadOnlyList<PushedLine> Lines => _lines;

    /// <summary>Whether the next lines are JSON instead of logfmt.</summary>
    public bool IsJson { get; set; }

    /// <summary>How long the next lines take from the browser's clock to the store.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A line as the receiver writes it.</summary>
    /// <param name="fields">Each as <c>key=value</c>.</param>
    public VisitedApp Add(double second, string session, string kind, params IEnumerable<string> fields)
    {
        var arrival = PortalReaders.Start.AddSeconds(second);
        var all = new List<KeyValuePair<string, string>>
        {
            new("timestamp", (arrival - Delay).ToString("yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture) + " +0000 UTC"),
            new("kind", kind),
        };
        all.AddRange(fields.Select(field => field.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1])));
        if (session.Length > 0) all.Add(new("session_id", session));
        all.Add(new("app_name", Name));
        _lines.Add(new PushedLine(Name, kind, arrival, IsJson ? LineSpelling.Json(all) : LineSpelling.Logfmt(all)));
        return this;
    }

    public VisitedApp Start(double second, string session, params IEnumerable<string> fields) => Add(second, session, "event", ["event_name=session_start", .. fields]);

    public VisitedApp Resume(double second, string session, params IEnumerable<string> fields) => Add(second, session, "event", ["event_name=session_resume", .. fields]);

    public VisitedApp Log(double second, string session, params IEnumerable<string> fields) => Add(second, session, "log", ["message=hello", .. fields]);
}
