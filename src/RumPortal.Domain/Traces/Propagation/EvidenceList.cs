using System.Collections.Immutable;
using System.Globalization;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>The evidence of a finding, in the order in which one would look.</summary>
internal sealed class EvidenceList(
    RouteFinding finding, ImmutableArray<JudgedRequest> requests, LinkedRate origin, BrokenSince? since, HeaderRules rules, OwnSites sites)
{
    private readonly ImmutableArray<TraceProof> _proofs = [.. requests.Where(request => request.Case.Contact == RequestContact.Paired).Select(request => request.Proof).OfType<TraceProof>()];

    public bool KnowsOwner => sites.KnowsPages(finding.Part.App) || rules.OwnHosts.Length > 0;

    public ImmutableArray<EvidenceItem> Build() =>
    [
        new("requests that reach a backend's span", Of(finding.Rate), finding.Rate.State == RouteState.Healthy ? EvidenceSign.Good : EvidenceSign.Bad),
        .. Change(),
        .. Methods(),
        .. Origin(),
        Halves(),
        Header(),
        .. Proofs(),
        .. Torn(),
        .. Preflights(),
    ];

    private IEnumerable<EvidenceItem> Change() => since is not { IsAlways: false } change ? [] :
    [
        new($"linked before {change.Version ?? "that"}", Of(change.Before), change.Before.State is RouteState.Healthy ? EvidenceSign.Good : EvidenceSign.Unknown),
        new($"linked {(change.Version is { } version ? $"from {version} on" : "since then")}", Of(change.After), EvidenceSign.Bad),
    ];

    // One path may be served well for one method and badly for another.
    private IEnumerable<EvidenceItem> Methods()
    {
        var methods = requests.GroupBy(request => request.Request.Method ?? "unknown", StringComparer.Ordinal)
            .Select(method => (method.Key, Rate: PropagationReport.RateOf([.. method]))).OrderBy(method => method.Key, StringComparer.Ordinal).ToList();
        return methods.Count < 2 || methods.Select(method => method.Rate.State).Distinct().Count() < 2 ? []
            : methods.Select(method => new EvidenceItem($"{method.Key} requests", Of(method.Rate), method.Rate.State switch
            {
                RouteState.Healthy => EvidenceSign.Good,
                RouteState.TooFew => EvidenceSign.Unknown,
                _ => EvidenceSign.Bad,
            }));
    }

    private IEnumerable<EvidenceItem> Origin()
    {
        var host = requests[0].Request.Address.Host;
        var owner = !KnowsOwner ? "not known" : sites.IsOwn(finding.Part.App, host) ? "our own" : "somebody else's";
        return
        [
            new("linked requests of the whole origin", Of(origin), origin.State == RouteState.Healthy ? EvidenceSign.Good : origin.Linked == 0 ? EvidenceSign.Bad : EvidenceSign.Unknown),
            .. finding.Verdict is PropagationVerdict.ThirdParty or PropagationVerdict.BackendNotInstrumented ? [new EvidenceItem("whose origin it is", owner, EvidenceSign.Unknown)] : Array.Empty<EvidenceItem>(),
        ];
    }

    private EvidenceItem Halves()
    {
        var paired = requests.Count(request => request.Case.Contact == RequestContact.Paired);
        return new EvidenceItem("root spans of backends with the same path and time", Count(paired), paired > 0 ? EvidenceSign.Bad : EvidenceSign.Unknown);
    }

    private EvidenceItem Header()
    {
        var request = requests[0].Request;
        var injects = sites.IsPageOrigin(request.App, request.Address.Origin) ? true : rules.Injects(request.Url);
        return new EvidenceItem("the SDK adds the header", injects switch
        {
            true when sites.IsPageOrigin(request.App, request.Address.Origin) => "yes, the page's own origin",
            true => "yes, on the app's list",
            false => "no, not on the app's list",
            null => "not known: the app's list is not set",
        }, injects switch { true => EvidenceSign.Good, false => EvidenceSign.Bad, null => EvidenceSign.Unknown });
    }

    private IEnumerable<EvidenceItem> Proofs()
    {
        if (_proofs.IsEmpty) return [];
        var own = requests.ToLookup(request => request.Case.Root?.TraceId);
        var linking = _proofs.Count(proof => own[proof.Id].Any(request => proof.LinkedTraces.Contains(request.Request.TraceId)));
        var received = _proofs.Count(proof => own[proof.Id].Any(request => proof.ReceivedTraces.Contains(request.Request.TraceId)));
        var foreign = _proofs.Count(proof => proof.HasJaegerMarks || proof.Id.Is64Bit);
        return
        [
            Read("backend traces with a link to the browser's", linking),
            Read("backend traces that captured the browser's header", received),
            Read("backend traces with ids or marks of Jaeger", foreign),
        ];
    }

    private EvidenceItem Read(string name, int count) => new(
        name, string.Create(CultureInfo.InvariantCulture, $"{count} of {_proofs.Length} read"), count > 0 ? EvidenceSign.Bad : EvidenceSign.Unknown);

    private IEnumerable<EvidenceItem> Torn()
    {
        var torn = requests.Count(request => request.Verdict == PropagationVerdict.SampledOut);
        return torn == 0 ? [] : [new EvidenceItem("traces whose backend spans lack their parent", Count(torn), EvidenceSign.Bad)];
    }

    private IEnumerable<EvidenceItem> Preflights()
    {
        var preflights = requests.Where(request => request.Case.Contact == RequestContact.Preflight).ToList();
        var statuses = string.Join(", ", preflights.Select(request => request.Case.Root?.Status).OfType<int>().Distinct().Order());
        return preflights.Count == 0 ? [] :
        [
            new EvidenceItem("preflights without a request behind them", Count(preflights.Count), EvidenceSign.Bad),
            .. statuses.Length > 0 ? [new EvidenceItem("answers to the preflights", statuses, EvidenceSign.Unknown)] : Array.Empty<EvidenceItem>(),
        ];
    }

    private static string Of(LinkedRate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.Linked:N0} of {rate.Requests:N0}");

    private static string Count(int count) => count == 0 ? "none" : count.ToString("N0", CultureInfo.InvariantCulture);
}
