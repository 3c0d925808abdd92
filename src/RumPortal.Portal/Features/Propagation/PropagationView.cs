using System.Collections.Immutable;
using RumPortal.Domain.Traces.Propagation;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>What the page shows of a diagnosis: its findings as cells, worst first, and the matrix of them.</summary>
public sealed record PropagationView(ImmutableArray<RouteFinding> Findings, IReadOnlyList<LinkedCell> Cells, LinkedMatrix Matrix)
{
    public static PropagationView Empty { get; } = new([], [], LinkedMatrix.Of([]));

    /// <summary>The cells with a verdict.</summary>
    public IReadOnlyList<LinkedCell> Wrong { get; } = [.. Cells.Where(cell => cell.Verdict != PropagationVerdict.Linked)];

    public static PropagationView Of(PropagationReport report, PropagationPageState state)
    {
        var findings = report.Findings(state.Grouping, state.Since);
        // Documents have no version worth a row: a server does not change its headers by the app's version.
        var documents = state.ByVersion ? [] : report.Documents(state.Since);
        var cells = findings.Select(LinkedCell.Of).Concat(documents.Select(LinkedCell.Of)).OrderByDescending(cell => cell.State).ToList();
        return new PropagationView(findings, cells, LinkedMatrix.Of(cells));
    }

    /// <summary>The chosen cell; without a choice the worst.</summary>
    public LinkedCell? Choose(PropagationPageState state) =>
        state is { Origin: { } origin, Row: { } row } ? Matrix[origin, row] : Wrong is [var worst, ..] ? worst : null;
}
