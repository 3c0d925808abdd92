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
        .. Halves(),
        .. Header(),
        .. Proofs(),
        .. Torn(),
        .. Preflights(),
    ];

    private IEnumerable<EvidenceItem> Change()
    {
        if (since is not { IsAlways: false } change) yield break;
        yield return new($"linked before {change.Version ?? "that"}", Of(change.Before), change.Before.State is RouteState.Healthy ? EvidenceSign.Good : EvidenceSign.Unknown);
        yield return new($"linked {(change.Version is { } version ? $"from {version} on" : "since then")}", Of(change.After), EvidenceSign.Bad);
    }

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
        yield return new("linked requests of the whole origin", Of(origin), origin.State == RouteState.Healthy ? EvidenceSign.Good : origin.Linked == 0 ? EvidenceSign.Bad : EvidenceSign.Unknown);
        if (finding.Verdict is not (PropagationVerdict.ThirdParty or PropagationVerdict.BackendNotInstrumented)) yield break;
        var host = requests[0].Request.Address.Host;
        yield return new("whose origin it is", !KnowsOwner ? "not known" : sites.IsOwn(finding.Part.App, host) ? "our own" : "somebody else's", EvidenceSign.Unknown);
    }

    private IEnumerable<EvidenceItem> Halves()
    {
        var paired = requests.Count(request => request.Case.Contact == RequestContact.Paired);
        yield return new("root spans of backends with the same path and time", Count(paired), paired > 0 ? EvidenceSign.Bad : EvidenceSign.Unknown);
    }

    private IEnumerable<EvidenceItem> Header()
    {
        var request = requests[0].Request;
        var injects = sites.IsPageOrigin(request.App, request.Address.Origin) ? true : rules.Injects(request.Url);
        yield return new("the SDK adds the header", injects switch
        {
            true when sites.IsPageOrigin(request.App, request.Address.Origin) => "yes, the page's own origin",
            true => "yes, on the app's list",
            false => "no, not on the app's list",
            null => "not known: the app's list is not set",
        }, injects switch { true => EvidenceSign.Good, false => EvidenceSign.Bad, null => EvidenceSign.Unknown });
    }

    private IEnumerable<EvidenceItem> Proofs()
    {
        if (_proofs.IsEmpty) yield break;
        var own = requests.ToLookup(request => request.Case.Root?.TraceId);
        var linking = _proofs.Count(proof => own[proof.Id].Any(request => proof.LinkedTraces.Contains(request.Request.TraceId)));
        var received = _proofs.Count(proof => own[proof.Id].Any(request => proof.ReceivedTraces.Contains(request.Request.TraceId)));
        var foreign = _proofs.Count(proof => proof.HasJaegerMarks || proof.Id.Is64Bit);
        yield return Read("backend traces with a link to the browser's", linking);
        yield return Read("backend traces that captured the browser's header", received);
        yield return Read("backend traces with ids or marks of Jaeger", foreign);
    }

    private EvidenceItem Read(string name, int count) => new(
        name, string.Create(CultureInfo.InvariantCulture, $"{count} of {_proofs.Length} read"), count > 0 ? EvidenceSign.Bad : EvidenceSign.Unknown);

    private IEnumerable<EvidenceItem> Torn()
    {
        var torn = requests.Where(request => request.Verdict == PropagationVerdict.SampledOut).ToList();
        if (torn.Count == 0) yield break;
        yield return new("traces whose backend spans lack their parent", Count(torn.Count), EvidenceSign.Bad);
    }

    private IEnumerable<EvidenceItem> Preflights()
    {
        var preflights = requests.Where(request => request.Case.Contact == RequestContact.Preflight).ToList();
        if (preflights.Count == 0) yield break;
        var statuses = string.Join(", ", preflights.Select(request => request.Case.Root?.Status).OfType<int>().Distinct().Order());
        yield return new("preflights without a request behind them", Count(preflights.Count), EvidenceSign.Bad);
        if (statuses.Length > 0) yield return new("answers to the preflights", statuses, EvidenceSign.Unknown);
    }

    private static string Of(LinkedRate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.Linked:N0} of {rate.Requests:N0}");

    private static string Count(int count) => count == 0 ? "none" : count.ToString("N0", CultureInfo.InvariantCulture);
}
