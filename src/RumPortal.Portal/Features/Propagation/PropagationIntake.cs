using System.Collections.Immutable;
using System.Globalization;
using RumPortal.Clients.Tempo;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Propagation;
using RumPortal.Domain.Vitals.Routes;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>The searches of a diagnosis, and the facts that they give.</summary>
internal sealed class PropagationIntake
{
    private const int AtOnce = 4;

    // Servers whose clock differs from the browser's have their spans a little outside of the range.
    private static readonly TimeSpan Around = TimeSpan.FromMinutes(1);

    private readonly ImmutableArray<TraceSearches> _requests, _linked, _together;
    private readonly TraceSearches _roots;

    private PropagationIntake(ImmutableArray<TraceSearches> requests, ImmutableArray<TraceSearches> linked, ImmutableArray<TraceSearches> together, TraceSearches roots, TimeRange range)
    {
        (_requests, _linked, _together, _roots) = (requests, linked, together, roots);
        CompleteFrom = All.Select(search => search.CompleteFrom).Append(range.From).Max();
    }

    /// <summary>Since when no search lacks anything: earlier requests cannot be judged.</summary>
    public DateTimeOffset CompleteFrom { get; }

    public ImmutableArray<ExecutedQuery> Queries => [.. All.SelectMany(search => search.Queries)];

    public IEnumerable<string> CutShort => All.Select(search => search.CutShort).OfType<string>();

    private IEnumerable<TraceSearches> All => [.. _requests, .. _linked, .. _together, _roots];

    /// <exception cref="Clients.Http.BackendException">There is no usable answer.</exception>
    public static async Task<PropagationIntake> ReadAsync(TempoClient tempo, IReadOnlyList<string> apps, TimeRange range, CancellationToken cancellation)
    {
        var queries = apps.SelectMany(app => new Search[]
            {
                new(TraceQueries.ClientSpans(app), range, TraceSearch.MostSpansPerTrace),
                new(TraceQueries.LinkedClientSpans(app), range, TraceSearch.MostSpansPerTrace),
                // That there are such traces is all that is asked.
                new(TraceQueries.ClientSpansWithBackend(app), range, 1),
            })
            .Append(new Search(TraceQueries.RootServerSpans(), range.Widen(Around, Around), TraceSearch.MostSpansPerTrace)).ToList();
        var answers = new TraceSearches[queries.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, queries.Count), options,
            async (i, token) => answers[i] = await TraceSearches.RunAsync(tempo, queries[i].Query, queries[i].Range, queries[i].Spans, token));
        return new PropagationIntake(Every(answers, 0), Every(answers, 1), Every(answers, 2), answers[^1], range);
    }

    /// <summary>The facts about requests that the question is about, with sentences on what is not counted.</summary>
    /// <param name="question">Which environment and versions.</param>
    /// <param name="routes">The route templates of an app.</param>
    /// <param name="settled">Newer requests are left out.</param>
    public (PropagationFacts Facts, ImmutableArray<string> Notes) FactsOf(PropagationQuestion question, Func<string, RouteTemplates> routes, DateTimeOffset settled)
    {
        var requests = RequestsOf(_requests, routes).Where(request => IsMeant(request, question)).ToList();
        var judged = requests.Where(request => Instants.Of(request.Start) >= CompleteFrom && Instants.Of(request.End) <= settled).DistinctBy(request => request.Key).ToImmutableArray();
        var known = requests.DistinctBy(request => request.Key).ToDictionary(request => request.Key);
        var answered = _linked.SelectMany(search => search.Traces).DistinctBy(trace => trace.Id).ToList();
        var facts = new PropagationFacts
        {
            Requests = judged,
            Linked = answered.SelectMany(trace => trace.Spans.Where(IsClient).Select(span => new RequestKey(trace.Id, span.Id))).ToHashSet(),
            WithBackend = _together.SelectMany(search => search.Traces).Select(trace => trace.Id).ToHashSet(),
            Roots = [.. _roots.Traces.SelectMany(trace => trace.Spans.Select(span => BackendRoot.Of(trace.Id, span))).OfType<BackendRoot>()],
            Shifts = SessionShift.Estimate(answered.SelectMany(trace => ServersOf(trace, known))),
        };
        return (facts, NotesOf(requests, settled));
    }

    private ImmutableArray<string> NotesOf(List<BrowserRequest> requests, DateTimeOffset settled)
    {
        var newest = requests.Count(request => Instants.Of(request.End) > settled);
        var hidden = _requests.SelectMany(search => search.Traces).Sum(trace => Math.Max(0, trace.Matched - trace.Spans.Length));
        string?[] notes =
        [
            newest > 0 ? string.Create(CultureInfo.InvariantCulture, $"{newest:N0} requests of the last half minute are not judged yet: spans of backends may be on their way.") : null,
            hidden > 0 ? string.Create(CultureInfo.InvariantCulture, $"{hidden:N0} requests beyond the first {TraceSearch.MostSpansPerTrace} of their trace are not counted.") : null,
        ];
        return [.. notes.OfType<string>()];
    }

    private static IEnumerable<BrowserRequest> RequestsOf(IEnumerable<TraceSearches> searches, Func<string, RouteTemplates> routes) =>
        from search in searches
        from trace in search.Traces
        from span in trace.Spans
        where IsClient(span)
        let app = span.Attributes.Text("service.name")
        where app is not null
        select BrowserRequest.Of(trace.Id, span, routes(app));

    // With one request in a trace there is no doubt whose server span it is.
    private static IEnumerable<(BrowserRequest Request, long Start, long End)> ServersOf(FoundTrace trace, Dictionary<RequestKey, BrowserRequest> known)
    {
        if (trace.Spans.Where(IsClient).ToList() is not [var client] || !known.TryGetValue(new RequestKey(trace.Id, client.Id), out var request)) yield break;
        if (trace.Spans.Where(span => !IsClient(span)).MinBy(span => span.Start) is { } server) yield return (request, server.Start, server.End);
    }

    private static bool IsClient(FoundSpan span) => span.Attributes.Text("kind") == "client";

    private static bool IsMeant(BrowserRequest request, PropagationQuestion question) =>
        (question.Environment is null || request.Environment is null || request.Environment == question.Environment)
        && (question.Versions.IsEmpty || question.Versions.Contains(request.Version ?? ""));

    private static ImmutableArray<TraceSearches> Every(TraceSearches[] answers, int first) => [.. answers.SkipLast(1).Where((_, i) => i % 3 == first)];

    private readonly record struct Search(TraceQuery Query, TimeRange Range, int Spans);
}
