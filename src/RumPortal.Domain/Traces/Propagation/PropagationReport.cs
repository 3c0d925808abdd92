using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>A diagnosis: every request with its verdict, from which findings of any grouping are made.</summary>
public sealed class PropagationReport
{
    private readonly PropagationFacts _facts;
    private readonly FindingBuilder _builder;

    /// <param name="facts">What was read.</param>
    /// <param name="range">The range that was asked for.</param>
    /// <param name="requests">The requests with their verdicts.</param>
    public PropagationReport(PropagationFacts facts, TimeRange range, ImmutableArray<JudgedRequest> requests)
    {
        (_facts, Range, Requests) = (facts, range, requests);
        _builder = new FindingBuilder(facts, range, requests);
    }

    public TimeRange Range { get; }

    public ImmutableArray<JudgedRequest> Requests { get; }

    public LinkedRate Rate => RateOf(Requests);

    /// <summary>The findings, worst first: state, then how many requests are not linked.</summary>
    /// <param name="grouping">How requests are put together.</param>
    /// <param name="since">A moment to compare at: requests before it only count for the comparison.</param>
    public ImmutableArray<RouteFinding> Findings(RequestGrouping grouping, DateTimeOffset? since = null)
    {
        var start = since is { } moment ? Instants.Nanoseconds(moment) : long.MinValue;
        var findings = Requests.GroupBy(request => RequestPart.Of(request.Request, grouping)).Select(part => _builder.Build(part.Key, [.. part], since, start));
        return
        [
            .. findings.OrderByDescending(finding => finding.State).ThenByDescending(finding => finding.Rate.Unlinked)
                .ThenBy(finding => finding.Part.App, StringComparer.Ordinal).ThenBy(finding => finding.Part.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>The loads of documents by app and route, worst first.</summary>
    public ImmutableArray<DocumentFinding> Documents(DateTimeOffset? since = null)
    {
        var start = since is { } moment ? Instants.Nanoseconds(moment) : long.MinValue;
        return
        [
            .. _facts.Documents.Where(load => load.At >= start).GroupBy(load => (load.App, load.Route))
                .Select(route => new DocumentFinding(route.Key.App, route.Key.Route, new LinkedRate(route.Count(), route.Count(load => load.IsLinked))))
                .OrderByDescending(finding => finding.Rate.State).ThenByDescending(finding => finding.Rate.Unlinked).ThenBy(finding => finding.Route, StringComparer.Ordinal),
        ];
    }

    internal static LinkedRate RateOf(IReadOnlyCollection<JudgedRequest> requests) => new(requests.Count, requests.Count(request => request.IsLinked));
}
