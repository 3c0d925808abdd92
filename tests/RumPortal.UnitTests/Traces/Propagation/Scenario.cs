using System.Collections.Immutable;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Propagation;
using RumPortal.Domain.Vitals.Routes;

namespace RumPortal.UnitTests.Traces.Propagation;

/// <summary>Requests and what backends made of them, written down one by one. Times are milliseconds from the start of an hour.</summary>
internal sealed class Scenario
{
    public const string App = "shop-web", Api = "https://api.example.test";

    public static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly List<BrowserRequest> _requests = [];
    private readonly List<BackendRoot> _roots = [];
    private readonly HashSet<RequestKey> _linked = [];
    private readonly HashSet<TraceId> _together = [];
    private readonly Dictionary<TraceId, TraceProof> _proofs = [];
    private readonly Dictionary<string, long> _shifts = [];
    private ulong _ids;

    public TimeRange Range { get; init; } = new(Start, Start.AddHours(1));

    public HeaderRules Rules { get; init; } = HeaderRules.Unknown;

    public ImmutableArray<DocumentLoad> Documents { get; init; } = [Document("https://www.example.test/")];

    public static DocumentLoad Document(string url, bool isLinked = false) =>
        RequestAddress.TryParse(url, out var address) ? new DocumentLoad(App, "118", address.Origin, address.Host, RouteTemplates.Automatic.RouteOf(address.Path), Nanoseconds(0), isLinked) : throw new ArgumentException(url);

    public BrowserRequest Request(double at, string url = Api + "/cart/items", string version = "118", string? method = "GET", bool failed = false, double length = 100, string? session = "s1", TraceId? trace = null)
    {
        if (!RequestAddress.TryParse(url, out var address)) throw new ArgumentException(url);
        var request = new BrowserRequest
        {
            TraceId = trace ?? NextTrace(),
            SpanId = new SpanId(++_ids),
            App = App,
            Version = version,
            Session = session,
            Method = method,
            Url = url,
            Address = address,
            Route = RouteTemplates.Automatic.RouteOf(address.Path),
            Start = Nanoseconds(at),
            End = Nanoseconds(at + length),
            Status = failed ? null : 200,
            HasNoResponse = failed,
        };
        _requests.Add(request);
        return request;
    }

    public BrowserRequest Linked(double at, string url = Api + "/cart/items", string version = "118")
    {
        var request = Request(at, url, version);
        _linked.Add(request.Key);
        _together.Add(request.TraceId);
        return request;
    }

    public BrowserRequest Torn(double at, string url = Api + "/cart/items")
    {
        var request = Request(at, url);
        _together.Add(request.TraceId);
        return request;
    }

    public BackendRoot Root(double at, string path = "/cart/items", string? method = "GET", double length = 80, TraceId? trace = null, string? host = null, int? status = 200)
    {
        var root = new BackendRoot
        {
            TraceId = trace ?? NextTrace(), SpanId = new SpanId(++_ids), Service = "ingress", Method = method, Path = path, Host = host,
            Start = Nanoseconds(at), End = Nanoseconds(at + length), Status = status,
        };
        _roots.Add(root);
        return root;
    }

    public void Proof(TraceId id, TraceId? linkTo = null, TraceId? received = null, bool jaeger = false, int orphans = 0) =>
        _proofs[id] = new TraceProof(id, linkTo is { } link ? [link] : [], received is { } header ? [header] : [], jaeger, orphans, "ingress");

    public void Shift(string session, double milliseconds) => _shifts[session] = (long)(milliseconds * 1_000_000);

    public PropagationFacts Facts() => new()
    {
        Requests = [.. _requests], Linked = _linked, WithBackend = _together, Roots = [.. _roots], Shifts = _shifts, Documents = Documents,
        Rules = new Dictionary<string, HeaderRules> { [App] = Rules },
    };

    public PropagationReport Report() => new PropagationDiagnosis(Facts()).Conclude(_proofs.Values, Range);

    public PropagationVerdict VerdictOf(BrowserRequest request) => Report().Requests.Single(judged => judged.Request.Key == request.Key).Verdict;

    public RouteFinding Finding() => Report().Findings(RequestGrouping.Route).First();

    public TraceId NextTrace() => new(((UInt128)0xabcd << 64) | ++_ids);

    public static long Nanoseconds(double milliseconds) => Instants.Nanoseconds(Start) + (long)(milliseconds * 1_000_000);
}
