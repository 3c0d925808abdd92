using RumPortal.Domain.Traces.Propagation;

namespace RumPortal.Portal.Api;

/// <summary>Loads of one route's documents.</summary>
/// <param name="App">The app.</param>
/// <param name="Route">The document's route; empty where lines name no address.</param>
/// <param name="Loads">How many there were.</param>
/// <param name="Linked">Those whose server named its trace.</param>
/// <param name="Verdict"><c>linked</c> or <c>document-not-linked</c>.</param>
public sealed record DocumentLoadsItem(string App, string Route, int Loads, int Linked, string Verdict)
{
    public static DocumentLoadsItem Of(DocumentFinding finding) =>
        new(finding.App, finding.Route, finding.Rate.Requests, finding.Rate.Linked, VerdictWords.Word(finding.Verdict));
}
