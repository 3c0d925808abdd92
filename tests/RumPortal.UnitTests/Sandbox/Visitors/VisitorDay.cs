using RumPortal.Sandbox.FaroReceiver;
using RumPortal.Sandbox.FaroReceiver.Decoding;
using RumPortal.Sandbox.FaroReceiver.Lines;
using RumPortal.Sandbox.FaroReceiver.Payloads;
using RumPortal.Sandbox.Visitors;
using RumPortal.Sandbox.Visitors.Backends;

namespace RumPortal.UnitTests.Sandbox.Visitors;

/// <summary>One generated weekday, decoded by the receiver; made once for the tests that count in it.</summary>
public sealed class VisitorDay
{
    private readonly List<BackendSpan> _backendSpans = [];

    public static readonly DateTimeOffset Anchor = new(2026, 11, 19, 0, 0, 0, TimeSpan.Zero);

    public VisitorDay()
    {
        var traffic = new VisitorTraffic(new VisitorOptions { Anchor = Anchor, Seed = 42 });
        var lines = new PayloadLines(LineFormat.Logfmt, new Dictionary<string, string>());
        var first = VisitorTraffic.MinuteOf(Anchor.AddDays(-1));
        for (var minute = first; minute < first + (24 * 60); minute++)
        {
            foreach (var batch in traffic.StartingIn(minute))
            {
                Assert.True(PayloadDecoder.TryDecode(batch.Body.Span, out var payload, out var error), error);
                Payloads.Add((DateTimeOffset.UnixEpoch.AddMinutes(minute), batch.Arrival, payload!));
                foreach (var line in lines.Of(payload!)) Lines.Add(line!.Value.Text);
                _backendSpans.AddRange(batch.BackendSpans);
            }
        }

        Requests = [.. Events.Where(e => e.Event.Name.StartsWith("faro.tracing.", StringComparison.Ordinal)).Select(e => VisitorRequest.Of(e.Meta, e.Event))];
        BackendTraces = _backendSpans.ToLookup(span => span.Ids.TraceId);
    }

    public List<(DateTimeOffset VisitMinute, DateTimeOffset Arrival, FaroPayload Payload)> Payloads { get; } = [];

    public List<string> Lines { get; } = [];

    internal IReadOnlyList<VisitorRequest> Requests { get; }

    internal IReadOnlyList<BackendSpan> BackendSpans => _backendSpans;

    internal ILookup<string, BackendSpan> BackendTraces { get; }

    public IEnumerable<(Meta Meta, Measurement Vital)> Vitals =>
        Payloads.SelectMany(p => p.Payload.Measurements.Items.Where(m => m.Type == "web-vitals").Select(m => (p.Payload.Meta, m)));

    public IEnumerable<(Meta Meta, Event Event)> Events => Payloads.SelectMany(p => p.Payload.Events.Items.Select(e => (p.Payload.Meta, e)));

    public IEnumerable<(Meta Meta, ExceptionReport Exception)> Exceptions =>
        Payloads.SelectMany(p => p.Payload.Exceptions.Items.Select(e => (p.Payload.Meta, e)));

    public IEnumerable<IGrouping<string, FaroPayload>> Sessions => Payloads.Select(p => p.Payload).GroupBy(p => p.Meta.Session.Id);
}
