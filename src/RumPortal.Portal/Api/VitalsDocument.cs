using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Features.Vitals;

namespace RumPortal.Portal.Api;

/// <summary>The answer of <c>GET vitals</c>.</summary>
/// <param name="Source"><c>prometheus</c>, <c>loki</c> or <c>mixed</c>.</param>
/// <param name="Complete">False when something of the range is missing.</param>
/// <param name="Query">The queries as they were sent, one a line.</param>
/// <param name="Notes">What must be known to read the numbers.</param>
/// <param name="Unread">Bytes of lines that were not read because nobody agreed to it; null when nothing was held back.</param>
/// <param name="Vitals">All groups together, in the usual order.</param>
/// <param name="Groups">One for each combination of the asked dimensions; empty without dimensions.</param>
public sealed record VitalsDocument(
    string Source, bool Complete, string Query, IReadOnlyList<string> Notes, long? Unread, IReadOnlyList<VitalCountsDocument> Vitals, IReadOnlyList<VitalsGroupDocument> Groups)
{
    public static VitalsDocument Of(Answer<VitalsRead<VitalGroups>> answer, double percentile)
    {
        var (groups, source, notes, unread) = answer.Value;
        return new VitalsDocument(
            NameOf(source), answer.IsComplete && unread is null, TextOf(answer.Queries), notes, unread,
            [.. groups.MergeTo().Slices.SelectMany(slice => slice.Densities).Select(density => VitalCountsDocument.Of(density, percentile))],
            groups.Dimensions.IsEmpty ? [] : [.. groups.Slices.Select(slice => VitalsGroupDocument.Of(slice, percentile))]);
    }

    internal static string NameOf(VitalsSource source) => source.ToString().ToLowerInvariant();

    internal static string TextOf(IEnumerable<ExecutedQuery> queries) => string.Join('\n', queries.Select(query => query.Text).Distinct(StringComparer.Ordinal));
}
