using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Caching.Hybrid;
using RumPortal.Clients.Http;
using RumPortal.Clients.Tempo;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;

namespace RumPortal.Portal.Features.Traces;

/// <summary>
/// Reads one trace. What was read is kept for a while, because a page asks for it several times: for its head, its waterfall and each span
/// that is looked at; all its viewers share it. What is not there is not remembered.
/// </summary>
public sealed class TraceReader(TempoClient tempo, TraceLinesReader lines, HybridCache cache, TimeProvider time)
{
    /// <summary>What a viewer is told of a trace that is not there or not to be seen: the two are not told apart.</summary>
    public const string NotFound = "There is no trace of this id, it is older than the store keeps traces, or it holds no span of an app of yours. A trace that was sent just now can take up to 30 s until it can be read.";

    private static readonly HybridCacheEntryOptions Kept = new() { Expiration = TimeSpan.FromMinutes(1) };

    // Spans of a trace arrive one after the other: what is young may have grown when it is looked at again.
    private static readonly HybridCacheEntryOptions KeptShortly = new() { Expiration = TimeSpan.FromSeconds(5) };
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(2);

    // About ten seconds: whoever comes from a click of a moment ago need not know that stores are slow.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4)];

    // A trace is believed to lie around the moment from which a link leads to it.
    private static readonly TimeSpan Around = TimeSpan.FromMinutes(30);

    /// <summary>Reads a trace once.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="id">The trace.</param>
    /// <param name="at">A moment of it if one is known, which makes looking for it cheaper.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <returns>Null when it is not there, or the viewer may not see it.</returns>
    /// <exception cref="BackendException">There is no usable answer.</exception>
    public async Task<Answer<OpenedTrace?>> ReadAsync(ViewerScope viewer, TraceId id, DateTimeOffset? at, CancellationToken cancellation)
    {
        var kept = await FetchAsync(id, at, cancellation);
        var answer = kept.Answer;
        if (answer.Trace is not { } trace) return new Answer<OpenedTrace?>(null, [answer.Executed], answer.CutShort);
        var sight = TraceSights.Of(viewer, trace);
        if (sight == TraceSight.Hidden) return new Answer<OpenedTrace?>(null, []);
        if (trace.Spans.Any(span => span.Resource.IsBrowser)) return new Answer<OpenedTrace?>(kept.Opened, [answer.Executed], answer.CutShort);
        return await WithDocumentAsync(viewer, trace, sight, answer, cancellation);
    }

    /// <summary>
    /// Reads a trace for a page. While it is not there the answer says that it is waited for; the last one says what there is.
    /// </summary>
    /// <exception cref="BackendException">There is no usable answer.</exception>
    public async IAsyncEnumerable<Answer<TraceOpening>> OpenAsync(ViewerScope viewer, TraceId id, DateTimeOffset? at, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var pause in Pauses)
        {
            var answer = await ReadAsync(viewer, id, at, cancellation);
            if (answer.Value is { } opened)
            {
                yield return answer.With(new TraceOpening(TraceHead.Of(opened, viewer), false));
                yield break;
            }
            yield return answer.With(new TraceOpening(null, true));
            await Task.Delay(pause, time, cancellation);
        }
        var last = await ReadAsync(viewer, id, at, cancellation);
        yield return last.With(new TraceOpening(last.Value is { } late ? TraceHead.Of(late, viewer) : null, false));
    }

    /// <summary>Reads what there is to know about one node of the waterfall.</summary>
    /// <param name="key">As in the waterfall; null for a node that the trace does not have.</param>
    /// <exception cref="BackendException">There is no usable answer.</exception>
    public async Task<Answer<SpanDetail?>> ReadNodeAsync(ViewerScope viewer, TraceId id, DateTimeOffset? at, string key, CancellationToken cancellation)
    {
        var answer = await ReadAsync(viewer, id, at, cancellation);
        return answer.With(answer.Value is { } opened ? SpanDetail.Of(opened, key, viewer) : null);
    }

    /// <summary>Reads the lines that name a trace; none when the viewer may not see it.</summary>
    /// <exception cref="BackendException">There is no usable answer.</exception>
    public async Task<Answer<IReadOnlyList<FaroRecord>>> ReadLinesAsync(ViewerScope viewer, TraceId id, DateTimeOffset? at, CancellationToken cancellation)
    {
        var answer = await ReadAsync(viewer, id, at, cancellation);
        return answer.Value is { } opened ? await lines.ReadAsync(viewer, opened.Trace, cancellation) : new Answer<IReadOnlyList<FaroRecord>>([], []);
    }

    private async Task<Answer<OpenedTrace?>> WithDocumentAsync(ViewerScope viewer, Trace trace, TraceSight sight, TraceAnswer answer, CancellationToken cancellation)
    {
        try
        {
            var found = await lines.ReadAsync(viewer, trace, cancellation);
            if (sight == TraceSight.ByLines && found.Value.Count == 0) return new Answer<OpenedTrace?>(null, []);
            return new Answer<OpenedTrace?>(new OpenedTrace(trace, TraceLinesReader.DocumentOf(found.Value)), [answer.Executed, .. found.Queries], answer.CutShort);
        }
        catch (BackendException exception) when (sight == TraceSight.Seen)
        {
            // The spans are there; only the page load above them is not.
            return new Answer<OpenedTrace?>(new OpenedTrace(trace, null), [answer.Executed], answer.CutShort ?? $"Whether a page load led to this trace is not known: {exception.Message}");
        }
    }

    // By id alone: all viewers share it, and each reads it through what the viewer may see.
    private async Task<KeptTrace> FetchAsync(TraceId id, DateTimeOffset? at, CancellationToken cancellation)
    {
        var key = $"trace {id}";
        var window = at is { } moment ? new TimeRange(moment, moment.AddTicks(1)).Widen(Around, Around) : default(TimeRange?);
        var isNew = false;
        var kept = await cache.GetOrCreateAsync(key, async token =>
        {
            isNew = true;
            return new KeptTrace(await tempo.TraceAsync(id, window, token));
        }, Kept, cancellationToken: cancellation);
        if (kept.Answer.Trace is not { } trace) await cache.RemoveAsync(key, cancellation);
        else if (isNew && IsYoung(trace)) await cache.SetAsync(key, kept, KeptShortly, cancellationToken: cancellation);
        return kept;
    }

    private bool IsYoung(Trace trace) => time.GetUtcNow() - Instants.Of(trace.Spans.Max(span => span.End)) < Young;

    [ImmutableObject(true)]
    private sealed record KeptTrace(TraceAnswer Answer)
    {
        /// <summary>The trace without a page load, which is another one for each viewer; null when it is not there.</summary>
        public OpenedTrace? Opened { get; } = Answer.Trace is { } trace ? new OpenedTrace(trace, null) : null;
    }
}
