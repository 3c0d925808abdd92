using System.Globalization;
using RumPortal.Domain.Traces.Propagation;
using RumPortal.Portal.Components.Charts;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>How a watched fix stands, in words.</summary>
public static class RecheckText
{
    public static string Of(Recheck recheck) => recheck.State switch
    {
        RecheckState.Waiting => string.Create(CultureInfo.InvariantCulture, $"Waiting: {recheck.After.Requests} of {LinkedRate.Enough} requests since then, {recheck.After.Linked} linked."),
        RecheckState.Fixed => $"Fixed: {Share(recheck.After)} linked since then, {Share(recheck.Before)} before.",
        RecheckState.Better => $"Better: {Share(recheck.After)} linked since then, {Share(recheck.Before)} before.",
        RecheckState.NothingToFix => $"Healthy before and since: {Share(recheck.After)} linked.",
        _ => $"Not fixed: {Share(recheck.After)} linked since then, {Share(recheck.Before)} before.",
    };

    /// <summary>The class of the portal's notes.</summary>
    public static string Class(RecheckState state) => state switch
    {
        RecheckState.Fixed or RecheckState.NothingToFix => "good",
        RecheckState.NotFixed => "poor",
        RecheckState.Better => "warn",
        _ => "info",
    };

    private static string Share(LinkedRate rate) => rate.Share is { } share ? ShareText.Of(share) : "none";
}
