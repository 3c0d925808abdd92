using System.Collections.Immutable;
using RumPortal.Domain.Traces.Propagation;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>A cell of the matrix: a finding about requests, or one about documents.</summary>
public sealed record LinkedCell(string Origin, string Row, LinkedRate Rate, RouteState State, PropagationVerdict Verdict, RouteFinding? Finding, DocumentFinding? Document)
{
    public static LinkedCell Of(RouteFinding finding) =>
        new(finding.Part.Origin, finding.Part.Route ?? finding.Part.Version ?? "", finding.Rate, finding.State, finding.Verdict, finding, null);

    public static LinkedCell Of(DocumentFinding document) =>
        new(PropagationPageState.Documents, document.Route, document.Rate, document.Rate.State, document.Verdict, null, document);
}

/// <summary>
/// The linked rate by origin and route (or version): documents first, then the origins with the most requests. Rows with something broken come first;
/// of the others those that share an origin stand together.
/// </summary>
/// <param name="Columns">Origins, or <see cref="PropagationPageState.Documents"/>.</param>
/// <param name="Rows">Routes or versions.</param>
/// <param name="Hidden">Rows and columns that are left out, as a sentence; null for none. The list of verdicts has them all.</param>
public sealed record LinkedMatrix(ImmutableArray<string> Columns, ImmutableArray<string> Rows, string? Hidden, ImmutableDictionary<(string Origin, string Row), LinkedCell> Cells)
{
    private const int MostColumns = 9, MostRows = 14;

    public LinkedCell? this[string origin, string row] => Cells.GetValueOrDefault((origin, row));

    /// <param name="all">The cells.</param>
    /// <param name="everyRow">Whether rows beyond what fits the screen are wanted too.</param>
    public static LinkedMatrix Of(IEnumerable<LinkedCell> all, bool everyRow = false)
    {
        var cells = all.ToList();
        var origins = cells.GroupBy(cell => cell.Origin, StringComparer.Ordinal)
            .OrderByDescending(origin => origin.Key == PropagationPageState.Documents).ThenByDescending(origin => origin.Sum(cell => cell.Rate.Requests)).ThenBy(origin => origin.Key, StringComparer.Ordinal)
            .Select(origin => origin.Key).ToList();
        var place = origins.Index().ToDictionary(origin => origin.Item, origin => origin.Index);
        var rows = cells.GroupBy(cell => cell.Row, StringComparer.Ordinal)
            .OrderByDescending(row => row.Max(Badness)).ThenBy(row => row.Min(cell => place[cell.Origin])).ThenByDescending(row => row.Sum(cell => cell.Rate.Requests)).ThenBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => row.Key).ToList();
        var most = everyRow ? int.MaxValue : MostRows;
        var hidden = origins.Count > MostColumns || rows.Count > most ? $"{Math.Min(MostColumns, origins.Count)} of {origins.Count} origins and {Math.Min(most, rows.Count)} of {rows.Count} rows are shown." : null;
        return new LinkedMatrix([.. origins.Take(MostColumns)], [.. rows.Take(most)], hidden, cells.ToImmutableDictionary(cell => (cell.Origin, cell.Row)));
    }

    // Too few requests are no reason to come first.
    private static int Badness(LinkedCell cell) => cell.State switch { RouteState.Broken => 2, RouteState.Degraded => 1, _ => 0 };
}
