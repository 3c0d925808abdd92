using System.Globalization;
using RumPortal.Domain.Vitals;

namespace RumPortal.Portal.Components.Charts;

/// <summary>Shares in per cent with one decimal: <c>71.4 %</c>; <c>100 %</c> only where it is all of them.</summary>
public static class ShareText
{
    public static string Of(VitalShares shares, VitalRating rating) => shares.ShareOf(rating) is { } share ? Of(share) : "";

    /// <param name="share">0 to 1.</param>
    public static string Of(double share) => share switch
    {
        > 0 and < 0.001 => "< 0.1 %",
        > 0.999 and < 1 => "> 99.9 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %"),
    };
}
