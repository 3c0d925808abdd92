using System.Collections.Immutable;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Api;

/// <summary>The parameters that calls share, read strictly: a page leaves out what it cannot read and says so, the API refuses it.</summary>
public sealed record ApiQuestion(ViewFilter Filter, TimeRange Range)
{
    /// <exception cref="ApiFaultException">With all faults of the query.</exception>
    public static ApiQuestion Of(HttpRequest request, TimeProvider time)
    {
        var filter = ViewFilter.Parse(new QueryReader(request.QueryString.Value));
        var faults = filter.Faults;
        if (!filter.Time.TryResolve(time.GetUtcNow(), out var range, out var fault)) faults = faults.Add(fault);
        return faults.IsEmpty ? new ApiQuestion(filter, range) : throw new ApiFaultException(faults);
    }

    /// <summary>A whole number within limits; the default when it is absent.</summary>
    public static int Number(HttpRequest request, string key, int fallback, int least, int most)
    {
        if (request.Query[key].FirstOrDefault() is not { Length: > 0 } text) return fallback;
        return int.TryParse(text, out var number) && number >= least && number <= most
            ? number : throw new ApiFaultException(ImmutableArray.Create($"{key} must be a whole number from {least} to {most}."));
    }
}
