using System.Collections.Immutable;
using RumPortal.Clients.Tempo;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>All traces of a range that a query finds, or as many as a bounded number of searches gives.</summary>
/// <param name="Traces">Each once.</param>
/// <param name="CompleteFrom">Since when nothing is missing; the start of the range when all was found.</param>
/// <param name="Queries">The searches.</param>
/// <param name="CutShort">What the store itself left out; null for nothing.</param>
internal sealed record TraceSearches(ImmutableArray<FoundTrace> Traces, DateTimeOffset CompleteFrom, ImmutableArray<ExecutedQuery> Queries, string? CutShort)
{
    public const int TracesASearch = 20_000;

    private const int MostSearches = 8;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Searches the whole range; where a search reaches its limit, its halves, the newer first. When the searches are used up, what is older is left
    /// out and <see cref="CompleteFrom"/> says from when on nothing is.
    /// </summary>
    /// <exception cref="Clients.Http.BackendException">There is no usable answer.</exception>
    public static async Task<TraceSearches> RunAsync(TempoClient tempo, TraceQuery query, TimeRange range, int spans, CancellationToken cancellation)
    {
        var found = new Dictionary<TraceId, FoundTrace>();
        var queries = ImmutableArray.CreateBuilder<ExecutedQuery>();
        var left = new Stack<TimeRange>([range]);
        string? cutShort = null;
        var completeFrom = range.To;
        while (left.TryPop(out var part))
        {
            var answer = await tempo.SearchAsync(query, new TraceSearch(part, TracesASearch, spans), cancellation);
            queries.Add(answer.Executed);
            cutShort ??= answer.CutShort;
            var mayHalve = part.Duration > Shortest && queries.Count + left.Count + 2 <= MostSearches;
            if (answer.ReachedLimit && mayHalve)
            {
                var middle = part.From + (part.Duration / 2);
                left.Push(new TimeRange(part.From, middle));
                left.Push(new TimeRange(middle, part.To));
                continue;
            }
            foreach (var trace in answer.Traces) found[trace.Id] = trace;
            completeFrom = part.From;
            if (!answer.ReachedLimit) continue;
            // The newest are kept at a limit: what began before the oldest of them may be missing.
            completeFrom = Later(part.From, Instants.Of(answer.Traces[^1].Start));
            break;
        }
        return new TraceSearches([.. found.Values], completeFrom, queries.ToImmutable(), cutShort);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
