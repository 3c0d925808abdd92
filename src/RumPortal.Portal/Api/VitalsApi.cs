using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Features.Vitals;

namespace RumPortal.Portal.Api;

/// <summary>The twins of <c>/vitals</c>.</summary>
internal static class VitalsApi
{
    private const int MostDimensions = 6;

    public static void MapVitals(this IEndpointRouteBuilder api)
    {
        api.MapGet("/vitals", ReadAsync).WithSummary("Web vitals over a range, as a whole and by dimensions.")
            .WithDescription("`by` repeats and names keys such as `browser_name`. `percentile` is 0.5, 0.75, 0.9, 0.95 or 0.99. `format=csv` gives the groups as a table. " +
                "`by=route` stands alone and counts the newest reports, by the app's route templates. " +
                "What is not recorded is counted from lines; where these are many, `complete` is false until `heavy=allow` is given.");
        api.MapGet("/vitals/series", ReadSeriesAsync).WithSummary("Web vitals over time.");
    }

    private static async Task<Results<Ok<VitalsDocument>, ContentHttpResult>> ReadAsync(
        HttpContext context, VitalsReader vitals, RouteVitalsReader routes, TimeProvider time,
        string? app, string? environment, string? version, string? from, string? to, [FromQuery] string[]? filter,
        string? percentile, [FromQuery] string[]? by, string? heavy, string? format, CancellationToken cancellation)
    {
        var faults = new List<string>();
        var (share, dimensions) = (Percentile(percentile, faults), Dimensions(by ?? [], faults));
        if (format is not (null or "json" or "csv")) faults.Add("format must be json or csv.");
        var question = QuestionOf(ApiQuestion.Of(context.Request, time, faults));
        var viewer = PortalApi.Viewer(context);
        var mayReadMuch = heavy == "allow";
        // The whole is the groups merged, so that one never disagrees with the other.
        var answer = dimensions is [RouteVitalsReader.Dimension]
            ? await routes.GroupsAsync(viewer, question, VitalNames.All, cancellation)
            : await vitals.GroupsAsync(viewer, question, dimensions, VitalNames.All, mayReadMuch, cancellation);
        return format == "csv"
            ? TypedResults.Text(VitalsCsv.Render(answer.Value.Value, share), "text/csv; charset=utf-8")
            : TypedResults.Ok(VitalsDocument.Of(answer, share));
    }

    private static async Task<Ok<VitalsSeriesDocument>> ReadSeriesAsync(
        HttpContext context, VitalsReader vitals, TimeProvider time,
        string? app, string? environment, string? version, string? from, string? to, [FromQuery] string[]? filter,
        string? percentile, string? heavy, CancellationToken cancellation)
    {
        var faults = new List<string>();
        var share = Percentile(percentile, faults);
        var question = QuestionOf(ApiQuestion.Of(context.Request, time, faults));
        var grid = VitalsGrid.Of(question.Range);
        var answer = await vitals.HistoryAsync(
            PortalApi.Viewer(context), question with { Range = VitalsGrid.RangeOf(grid) }, grid, heavy == "allow", cancellation);
        return TypedResults.Ok(VitalsSeriesDocument.Of(answer, grid.Step, share));
    }

    private static VitalsQuestion QuestionOf(ApiQuestion asked) =>
        new(asked.Range.InWholeMinutes(), asked.Filter.App, asked.Filter.Environment, asked.Filter.Filters);

    private static double Percentile(string? text, List<string> faults)
    {
        if (string.IsNullOrEmpty(text)) return VitalPercentile.Default;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && VitalPercentile.All.Contains(share)) return share;
        faults.Add("percentile must be 0.5, 0.75, 0.9, 0.95 or 0.99.");
        return VitalPercentile.Default;
    }

    private static ImmutableArray<string> Dimensions(string[] by, List<string> faults)
    {
        var dimensions = by.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (dimensions.Length > MostDimensions) faults.Add($"by may be given {MostDimensions} times at most.");
        if (dimensions.Length > 1 && dimensions.Contains(RouteVitalsReader.Dimension)) faults.Add("by=route stands alone: routes are worked out from addresses.");
        faults.AddRange(dimensions.Where(name => !DimensionNames.IsValid(name)).Select(name => $"by: '{Components.Filters.QueryReader.Shorten(name)}' is no dimension."));
        return dimensions;
    }
}
