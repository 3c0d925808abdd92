using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Features.Vitals;

namespace RumPortal.Portal.Api;

/// <summary>The answer of <c>GET vitals/series</c>.</summary>
/// <param name="Unread">Bytes of lines that were not read because nobody agreed to it; null when nothing was held back.</param>
/// <param name="StepSeconds">The time between points, which is also what each covers.</param>
public sealed record VitalsSeriesDocument(
    string Source, bool Complete, string Query, IReadOnlyList<string> Notes, long? Unread, double StepSeconds, IReadOnlyList<VitalSeriesDocument> Vitals)
{
    public static VitalsSeriesDocument Of(Answer<VitalsRead<VitalHistory>> answer, TimeSpan step, double percentile)
    {
        var (history, source, notes, unread) = answer.Value;
        return new VitalsSeriesDocument(
            VitalsDocument.NameOf(source), answer.IsComplete && unread is null, VitalsDocument.TextOf(answer.Queries), notes, unread, step.TotalSeconds,
            [.. history.Series.Select(series => VitalSeriesDocument.Of(series, percentile))]);
    }
}
