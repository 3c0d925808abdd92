using System.Collections.Immutable;
using RumPortal.Domain.Traces.Propagation;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>What the page shows of a diagnosis: its findings as cells, worst first, and the matrix of them.</summary>
/// <param name="Routes">The findings by route, which the headline counts whatever the rows of the matrix are.</param>
/// <param name="Findings">The findings of the matrix.</param>
public sealed record PropagationView(ImmutableArray<RouteFinding> Routes, ImmutableArray<RouteFinding> Findings, IReadOnlyList<LinkedCell> Cells, LinkedMatrix Matrix)
{
    public static PropagationView Empty { get; } = new([], [], [], LinkedMatrix.Of([]));

    /// <summary>The cells with a verdict.</summary>
    public IReadOnlyList<LinkedCell> Wrong { get; } = [.. Cells.Where(cell => cell.Verdict != PropagationVerdict.Linked)];

    public static PropagationView Of(PropagationReport report, PropagationPageState state)
    {
        var routes = report.Findings(RequestGrouping.Route, state.Since);
        var findings = state.ByVersion ? report.Findings(RequestGrouping.Version, state.Since) : routes;
        // Documents have no version worth a row: a server does not change its headers by the app's version.
        var documents = state.ByVersion ? [] : report.Documents(state.Since);
        var cells = findings.Select(LinkedCell.Of).Concat(documents.Select(LinkedCell.Of)).OrderByDescending(cell => cell.State).ToList();
        return new PropagationView(routes, findings, cells, LinkedMatrix.Of(cells));
    }

    /// <summary>The chosen cell; without a choice the worst.</summary>
    public LinkedCell? Choose(PropagationPageState state) =>
        state is { Origin: { } origin, Row: { } row } ? Matrix[origin, row] : Wrong is [var worst, ..] ? worst : null;
}
