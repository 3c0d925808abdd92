using RumPortal.Clients.Tempo;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.ServiceMaps;

namespace RumPortal.Portal.Features.Traces;

/// <summary>Reads some traces whole and maps their services. A search's answer tells services but not who calls whom.</summary>
public sealed class ServiceMapReader(TempoClient tempo)
{
    /// <summary>The newest traces are enough to see the paths; each is a request.</summary>
    public const int MostTraces = 20;

    private const int AtATime = 4;

    private static readonly TimeSpan LongestTrace = TimeSpan.FromMinutes(10);

    /// <param name="viewer">Traces without a span of the viewer's apps are left out.</param>
    /// <param name="found">Newest first.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="Clients.Http.BackendException">There is no usable answer.</exception>
    public async Task<Answer<ServiceMap>> ReadAsync(ViewerScope viewer, IReadOnlyList<TraceRow> found, CancellationToken cancellation)
    {
        var answers = new TraceAnswer?[Math.Min(found.Count, MostTraces)];
        await Parallel.ForAsync(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation }, async (i, token) =>
            answers[i] = await tempo.TraceAsync(found[i].Id, new TimeRange(found[i].Start, found[i].Start + LongestTrace), token));
        var read = answers.OfType<TraceAnswer>().ToList();
        var traces = read.Select(answer => answer.Trace).OfType<Trace>().Where(trace => TraceSights.Of(viewer, trace) == TraceSight.Seen);
        var cut = read.Select(answer => answer.CutShort).OfType<string>().FirstOrDefault();
        return new Answer<ServiceMap>(ServiceMap.Of(traces), [.. read.Select(answer => answer.Executed)], cut);
    }
}
