using System.Globalization;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Api;

/// <summary>The parameters that calls share, read strictly: a page leaves out what it cannot read and says so, the API refuses it.</summary>
public sealed record ApiQuestion(ViewFilter Filter, TimeRange Range)
{
    /// <param name="request">The call.</param>
    /// <param name="time">What "now" means.</param>
    /// <param name="others">What was found wrong with the call's own parameters.</param>
    /// <exception cref="ApiFaultException">With all faults of the call, <paramref name="others"/> included.</exception>
    public static ApiQuestion Of(HttpRequest request, TimeProvider time, params IEnumerable<string> others)
    {
        var filter = ViewFilter.Parse(new QueryReader(request.QueryString.Value));
        var faults = filter.Faults;
        if (!filter.Time.TryResolve(time.GetUtcNow(), out var range, out var fault)) faults = faults.Add(fault);
        faults = faults.AddRange(others);
        return faults.IsEmpty ? new ApiQuestion(filter, range) : throw new ApiFaultException(faults);
    }

    /// <summary>A whole number within limits; the fallback when it is absent, or wrong, which is added to the faults.</summary>
    public static int Number(string key, string? text, int fallback, int least, int most, List<string> faults)
    {
        if (string.IsNullOrEmpty(text)) return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        faults.Add($"{key} must be a whole number from {least} to {most}.");
        return fallback;
    }
}
