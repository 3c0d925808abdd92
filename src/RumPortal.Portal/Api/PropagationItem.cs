using System.Globalization;
using RumPortal.Domain.Traces.Propagation;

namespace RumPortal.Portal.Api;

/// <summary>What the doctor says about one app's requests to one route.</summary>
/// <param name="App">The app.</param>
/// <param name="Origin">Scheme, host and port.</param>
/// <param name="Route">The called path's route.</param>
/// <param name="Version">The app's version with <c>by=version</c>, else null.</param>
/// <param name="State"><c>healthy</c>, <c>too-few</c>, <c>degraded</c> or <c>broken</c>.</param>
/// <param name="Requests">Judged requests.</param>
/// <param name="Linked">Those with a backend's span below.</param>
/// <param name="LinkedRate">0 to 1; null without requests.</param>
/// <param name="Verdict">The main verdict's word; <c>linked</c> while nothing systematic is wrong.</param>
/// <param name="Confidence"><c>low</c>, <c>medium</c> or <c>high</c>; null for <c>linked</c>.</param>
/// <param name="ConfidenceReason">Why not more or less.</param>
/// <param name="Verdicts">Requests by verdict word.</param>
/// <param name="Since"><c>always</c> (as far as was read) or an instant; null while nothing is wrong or it cannot be told.</param>
/// <param name="SinceVersion">The app's version that it began with, where versions explain it.</param>
/// <param name="Evidence">What the verdict rests on.</param>
/// <param name="ProofTraces">Up to three.</param>
/// <param name="Fix">Null while there is nothing to mend.</param>
/// <param name="Recheck">With <c>since</c> only.</param>
public sealed record PropagationItem(
    string App, string Origin, string? Route, string? Version, string State, int Requests, int Linked, double? LinkedRate, string Verdict,
    string? Confidence, string? ConfidenceReason, IReadOnlyDictionary<string, int> Verdicts, string? Since, string? SinceVersion,
    IReadOnlyList<PropagationEvidence> Evidence, IReadOnlyList<PropagationProof> ProofTraces, PropagationFix? Fix, PropagationRecheck? Recheck)
{
    public static PropagationItem Of(RouteFinding finding) => new(
        finding.Part.App, finding.Part.Origin, finding.Part.Route, finding.Part.Version, StateWords.Of(finding.State), finding.Rate.Requests, finding.Rate.Linked, finding.Rate.Share,
        VerdictWords.Word(finding.Verdict), finding.Confidence?.Level.ToString().ToLowerInvariant(), finding.Confidence?.Reason,
        finding.Counts.ToDictionary(count => VerdictWords.Word(count.Key), count => count.Value, StringComparer.Ordinal),
        SinceText(finding.Since), finding.Since?.Version,
        [.. finding.Evidence.Select(item => new PropagationEvidence(item.Name, item.Value, item.Sign.ToString().ToLowerInvariant()))],
        [.. finding.Proofs.Select(proof => new PropagationProof(proof.Browser.ToString(), proof.Backend?.ToString()))],
        finding.Fix is { } fix ? new PropagationFix(fix.Advice, [.. fix.Snippets.Select(snippet => new PropagationSnippet(snippet.Title, snippet.Text))], fix.Ticket) : null,
        finding.Recheck is { } recheck ? PropagationRecheck.Of(recheck) : null);

    private static string? SinceText(BrokenSince? since) => since switch
    {
        null => null,
        { At: { } at } => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => "always",
    };
}

/// <param name="Sign"><c>good</c>, <c>bad</c> or <c>unknown</c>.</param>
public sealed record PropagationEvidence(string Name, string Value, string Sign);

/// <summary>A trace that shows the verdict.</summary>
/// <param name="Browser">The trace of the browser's request.</param>
/// <param name="Backend">The trace that should have been the same; null when there is no other.</param>
public sealed record PropagationProof(string Browser, string? Backend);
