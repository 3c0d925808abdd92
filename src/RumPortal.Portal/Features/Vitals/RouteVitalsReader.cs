using System.Globalization;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Routes;
using RumPortal.Storage;
using RumPortal.Storage.Vitals;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>
/// Counts vitals by the route of their page, which no line and no series holds: it is worked out of addresses by the app's route
/// templates of this moment, for the past as well. Addresses are too many for a count by Loki, so reports are read one by one, the newest
/// first and a limited number, and the answer says when older ones are left out.
/// </summary>
public sealed class RouteVitalsReader(VitalReportsReader reports, RouteTemplateStore routes)
{
    /// <summary>The dimension that this reader is for.</summary>
    public const string Dimension = RouteTemplates.RouteLabel;

    /// <exception cref="Auth.AppNotVisibleException">The viewer may not see the app.</exception>
    /// <exception cref="Clients.Http.BackendException">There is no usable answer.</exception>
    /// <exception cref="StorageException">The route templates cannot be read.</exception>
    public async Task<Answer<VitalsRead<VitalGroups>>> GroupsAsync(
        ViewerScope viewer, VitalsQuestion question, IReadOnlyList<string> vitals, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(vitals.Select(vital => reports.ReadAsync(viewer, question, vital, cancellation)));
        // After the first read: it has seen to it that the viewer may see the app.
        var templates = question.App is { } app ? (await routes.ReadAsync(app, cancellation)).Templates : RouteTemplates.Automatic;
        var read = answers.SelectMany(answer => answer.Value.Reports).ToList();
        var groups = GroupsOf(read, templates);
        var cut = answers.Select(answer => answer.CutShort).OfType<string>().FirstOrDefault() ?? (answers.All(answer => answer.Value.IsAll) ? null : CutNote);
        return new Answer<VitalsRead<VitalGroups>>(
            new VitalsRead<VitalGroups>(groups, VitalsSource.Loki, [.. new[] { groups.Rejected.Sentence }.OfType<string>()]),
            [.. answers.SelectMany(answer => answer.Queries)],
            cut);
    }

    /// <summary>The reports by the routes of their pages; those without a page have an empty route.</summary>
    public static VitalGroups GroupsOf(IEnumerable<FaroVitalReport> reports, RouteTemplates templates) =>
        VitalGroups.By(templates.Regroup(reports.Where(IsCounted).Select(RowOf), FaroFields.PageUrl), Dimension);

    private static string CutNote { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"Routes are worked out from addresses, report by report: the table counts the newest {VitalReportsReader.MostReports:N0} of the range and no older ones.");

    private static bool IsCounted(FaroVitalReport report) =>
        BucketScheme.Current.Bounds.ContainsKey(report.Vital.Name) && double.IsFinite(report.Vital.Value) && report.Vital.Value >= 0;

    private static DensityRow RowOf(FaroVitalReport report) => new(
        LabelSet.From([new(FaroFields.PageUrl, report.PageUrl ?? report.PageId ?? "")]),
        report.Vital.Name,
        BucketScheme.Current.EdgeOf(report.Vital.Name, report.Vital.Value),
        1,
        BucketScheme.Current.Name);
}
