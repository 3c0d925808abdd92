namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>Parents that lead back to their child would hide all of them: each ring is cut before its earliest span, which becomes a root.</summary>
internal static class RingCut
{
    public static void Apply(List<TraceVertex> vertices)
    {
        var done = new HashSet<TraceVertex>(vertices.Count);
        var onWay = new HashSet<TraceVertex>();
        foreach (var vertex in vertices)
        {
            TraceVertex? at = vertex;
            while (at is not null && done.Add(at))
            {
                onWay.Add(at);
                at = at.Parent;
            }
            if (at is not null && onWay.Contains(at)) Cut(at);
            onWay.Clear();
        }
    }

    private static void Cut(TraceVertex member)
    {
        var earliest = member;
        for (var other = member.Parent; other is not null && !ReferenceEquals(other, member); other = other.Parent)
            if (other.Start < earliest.Start) earliest = other;
        earliest.Parent = null;
        earliest.Marks |= NodeMarks.RingCut;
    }
}
