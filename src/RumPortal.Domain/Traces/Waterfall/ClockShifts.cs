namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>
/// Machines disagree about the time, browsers most of all. As Jaeger does it: a server's span that does not lie within the remote call it
/// answers is centred in it, the way there taken as long as the way back, and all that the server did moves along.
/// </summary>
/// <remarks>
/// Unlike Jaeger, a shift that was found for the caller is tried first: services that share a clock keep their distances. A server that
/// worked longer than its caller waited is only kept from starting before the call.
/// </remarks>
internal static class ClockShifts
{
    /// <summary>Sets the shift of each vertex and moves it.</summary>
    /// <param name="topDown">Parents before their children, with the times of the senders.</param>
    public static void Apply(List<TraceVertex> topDown)
    {
        var timed = new Dictionary<TraceVertex, TraceVertex?>(topDown.Count);
        foreach (var vertex in topDown)
        {
            var caller = vertex.Parent is { } parent ? timed[parent] : null;
            timed[vertex] = vertex.IsMissing ? caller : vertex;
            vertex.Shift = caller is null ? 0 : IsRemote(vertex, caller) ? ShiftOf(vertex, caller) : caller.Shift;
            if (!vertex.IsMissing) vertex.MoveBy(vertex.Shift);
        }
    }

    private static bool IsRemote(TraceVertex vertex, TraceVertex caller) =>
        vertex.Span is { Kind: SpanKind.Server } answer
        && (caller.Span is null or { Kind: SpanKind.Client } || caller.Span.Resource.Service != answer.Resource.Service);

    /// <param name="answer">Not yet moved.</param>
    /// <param name="call">Moved already.</param>
    private static long ShiftOf(TraceVertex answer, TraceVertex call)
    {
        if (Fits(answer, call, call.Shift)) return call.Shift;
        if (Fits(answer, call, 0)) return 0;
        var (length, room) = (answer.End - answer.Start, call.End - call.Start);
        if (length <= room) return call.Start - answer.Start + ((room - length) / 2);
        return answer.Start >= call.Start ? 0 : call.Start - answer.Start;
    }

    private static bool Fits(TraceVertex answer, TraceVertex call, long shift) =>
        TraceTime.Add(answer.Start, shift) >= call.Start && TraceTime.Add(answer.End, shift) <= call.End;
}
