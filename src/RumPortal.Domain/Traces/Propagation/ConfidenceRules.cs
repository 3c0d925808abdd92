using System.Collections.Immutable;
using System.Globalization;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>How sure a finding's verdict is: by the number of requests, by how many of the unlinked ones it explains, and by whether its own proof was read.</summary>
internal static class ConfidenceRules
{
    private const double Most = 0.8, Half = 0.5;
    private const int Many = 100;

    /// <param name="finding">The finding.</param>
    /// <param name="shown">Its requests that have its verdict.</param>
    /// <param name="origin">All requests to its origin.</param>
    /// <param name="knowsOwner">Whether it is known on which sites the app's pages are.</param>
    public static Confidence Of(RouteFinding finding, ImmutableArray<JudgedRequest> shown, LinkedRate origin, bool knowsOwner)
    {
        var (rate, explained) = (finding.Rate, (double)shown.Length / finding.Rate.Unlinked);
        var numbers = string.Create(CultureInfo.InvariantCulture, $"{shown.Length:N0} of {rate.Unlinked:N0} unlinked requests");
        if (finding.State == RouteState.TooFew)
            return new Confidence(ConfidenceLevel.Low, string.Create(CultureInfo.InvariantCulture, $"Only {rate.Requests} requests; {LinkedRate.Enough} are needed to judge a route."));
        if (explained < Half) return new Confidence(ConfidenceLevel.Low, $"It explains {numbers}; the others have other reasons.");
        return finding.Verdict switch
        {
            PropagationVerdict.StrippedOrNotInjected => new Confidence(ConfidenceLevel.Medium, $"{numbers} have their other half; which of the two it is cannot be told without the app's header list."),
            PropagationVerdict.Restarted or PropagationVerdict.FormatMismatch or PropagationVerdict.SampledOut => Proven(shown, numbers, explained),
            PropagationVerdict.ThirdParty or PropagationVerdict.BackendNotInstrumented => Silent(origin, knowsOwner),
            PropagationVerdict.NoBackendSpan => new Confidence(ConfidenceLevel.Medium, $"{numbers} have no trace of a backend: sampling, a cache and a lost request look alike."),
            _ => explained >= Most
                ? new Confidence(ConfidenceLevel.High, $"{numbers} show it.")
                : new Confidence(ConfidenceLevel.Medium, $"{numbers} show it; the others have other reasons."),
        };
    }

    private static Confidence Proven(ImmutableArray<JudgedRequest> shown, string numbers, double explained)
    {
        var read = shown.Count(request => request.Proof is not null || request.Case.Root is { TraceId.Is64Bit: true });
        return read == 0 ? new Confidence(ConfidenceLevel.Medium, $"{numbers} look so; none of their traces was read whole.")
            : explained < Most ? new Confidence(ConfidenceLevel.Medium, string.Create(CultureInfo.InvariantCulture, $"{numbers} show it, {read} by traces that were read; the others have other reasons."))
            : new Confidence(ConfidenceLevel.High, string.Create(CultureInfo.InvariantCulture, $"{numbers} show it, {read} by traces that were read."));
    }

    private static Confidence Silent(LinkedRate origin, bool knowsOwner)
    {
        var numbers = string.Create(CultureInfo.InvariantCulture, $"No span of this origin in {origin.Requests:N0} requests");
        return !knowsOwner ? new Confidence(ConfidenceLevel.Low, $"{numbers}; whose origin it is cannot be told, because no load of a page of this app was found.")
            : origin.Requests >= Many ? new Confidence(ConfidenceLevel.High, $"{numbers}.")
            : new Confidence(ConfidenceLevel.Medium, $"{numbers}; {Many} would make it sure.");
    }
}
