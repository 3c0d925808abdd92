using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces.Propagation;
using RumPortal.Portal.Features.Propagation;

namespace RumPortal.Portal.Api;

/// <summary>The answer of <c>GET propagation</c>.</summary>
/// <param name="App">The asked app; null for all.</param>
/// <param name="From">The start of the judged range.</param>
/// <param name="To">Its end.</param>
/// <param name="Complete">False when something of the range is missing; <paramref name="CutShort"/> says what.</param>
/// <param name="CutShort">Null when complete.</param>
/// <param name="Requests">Requests of browsers that were judged.</param>
/// <param name="Linked">Those with a backend's span below.</param>
/// <param name="LinkedRate">0 to 1; null without requests.</param>
/// <param name="Items">By app, origin and route (and version), worst first.</param>
/// <param name="Documents">Loads of documents by app and route, worst first.</param>
/// <param name="Notes">What must be known to read the numbers.</param>
/// <param name="Next">Always null: the list is whole.</param>
/// <param name="Queries">The queries as they were sent.</param>
public sealed record PropagationDocument(
    string? App, DateTimeOffset From, DateTimeOffset To, bool Complete, string? CutShort, int Requests, int Linked, double? LinkedRate,
    IReadOnlyList<PropagationItem> Items, IReadOnlyList<DocumentLoadsItem> Documents, IReadOnlyList<string> Notes, string? Next, IReadOnlyList<string> Queries)
{
    public static PropagationDocument Of(Answer<PropagationRead> answer, string? app, RequestGrouping grouping, DateTimeOffset? since)
    {
        var report = answer.Value.Report;
        var findings = report.Findings(grouping, since);
        var rate = findings.Select(finding => finding.Rate).Aggregate(default, (Func<LinkedRate, LinkedRate, LinkedRate>)Domain.Traces.Propagation.LinkedRate.Add);
        return new PropagationDocument(
            app, report.Range.From, report.Range.To, answer.IsComplete, answer.CutShort, rate.Requests, rate.Linked, rate.Share,
            [.. findings.Select(PropagationItem.Of)],
            [.. report.Documents(since).Select(DocumentLoadsItem.Of)],
            answer.Value.Notes, null, [.. answer.Queries.Select(query => query.Text).Distinct(StringComparer.Ordinal)]);
    }
}
