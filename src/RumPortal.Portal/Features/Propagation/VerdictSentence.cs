using System.Globalization;
using RumPortal.Domain.Traces.Propagation;
using RumPortal.Portal.Components.Charts;
using RumPortal.Portal.Components.Time;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>What people read first: the page's headline and the first sentence of a card.</summary>
public static class VerdictSentence
{
    /// <summary>The share of requests to own backends that are linked; those of third parties cannot be.</summary>
    public static string Headline(IEnumerable<RouteFinding> findings)
    {
        var rate = findings.Where(finding => finding.Verdict != PropagationVerdict.ThirdParty).Select(finding => finding.Rate).Aggregate(default, (Func<LinkedRate, LinkedRate, LinkedRate>)LinkedRate.Add);
        return rate.Share is { } share
            ? string.Create(CultureInfo.InvariantCulture, $"{ShareText.Of(share)} of {rate.Requests:N0} browser requests that should be traced reach a backend span.")
            : "No browser request that should be traced was seen.";
    }

    /// <summary>How many routes of how many origins are broken; null for none.</summary>
    public static string? Broken(IEnumerable<RouteFinding> findings)
    {
        var broken = findings.Where(finding => finding is { State: RouteState.Broken, HasVerdict: true, Verdict: not PropagationVerdict.ThirdParty }).ToList();
        var origins = broken.Select(finding => finding.Part.Origin).Distinct(StringComparer.Ordinal).Count();
        return broken.Count switch
        {
            0 => null,
            1 => "1 route is broken.",
            var routes => $"{routes} routes on {(origins == 1 ? "1 origin" : $"{origins} origins")} are broken.",
        };
    }

    /// <summary>What happened to the route.</summary>
    public static string Of(RouteFinding finding, UserClock clock) => finding.Since switch
    {
        { At: not null, Version: { } version } since =>
            $"lost its traces with {(version.Length == 0 ? "a version without a name" : version)}: {Share(since.Before)} linked before, {Share(since.After)} since, {N(finding.Rate)}.",
        { At: { } at } since => $"lost its traces at {clock.Full(at)}: {Share(since.Before)} linked before, {Share(since.After)} since, {N(finding.Rate)}.",
        { IsAlways: true } => $"{Share(finding.Rate)} linked, {N(finding.Rate)}, and so as far back as was read.",
        _ => $"{Share(finding.Rate)} linked, {N(finding.Rate)}: too few to tell since when.",
    };

    private static string Share(LinkedRate rate) => rate.Share is { } share ? ShareText.Of(share) : "none";

    private static string N(LinkedRate rate) => string.Create(CultureInfo.InvariantCulture, $"n {rate.Requests:N0}");
}
