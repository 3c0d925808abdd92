using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>Reads the newest reports of one vital, for causes and examples; counts come from elsewhere.</summary>
public sealed class VitalReportsReader(LokiClient loki)
{
    /// <summary>Enough to see causes; the newest are what can still be mended.</summary>
    public const int MostReports = 2000;

    private const int FirstPage = 500;

    /// <exception cref="Auth.AppNotVisibleException">The viewer may not see the app.</exception>
    /// <exception cref="Clients.Http.BackendException">There is no usable answer.</exception>
    public async Task<Answer<VitalReports>> ReadAsync(ViewerScope viewer, VitalsQuestion question, string vital, CancellationToken cancellation)
    {
        if (FaroScopes.Of(viewer, loki.Labels, question.App, question.Environment) is not { } scope) return new Answer<VitalReports>(new VitalReports([], IsAll: true), []);
        var selection = new VitalSelection(scope) { Filters = question.Filters, Parser = LineParser.Mixed };
        var request = new LogRequest(VitalQueries.Reports(selection, vital), question.Range) { PageSize = FirstPage };
        var reports = new List<FaroVitalReport>();
        var (queries, hasMore, cutShort) = (ImmutableArray.CreateBuilder<ExecutedQuery>(), false, default(string));
        await foreach (var page in loki.ReadAllAsync(request, MostReports, cancellation))
        {
            // A line filter finds more lines than conditions on fields: what is no report of this vital goes.
            reports.AddRange(page.Records.Select(FaroVitalReport.Of).OfType<FaroVitalReport>().Where(report => report.Vital.Name == vital));
            queries.Add(page.Executed);
            hasMore = page.Next is not null;
            if (page.Interruption is { } interruption) cutShort = $"Loki's answer broke off: {interruption.Message}";
        }
        return new Answer<VitalReports>(new VitalReports(FaroVitalReport.LastOfEach(reports), !hasMore), queries.ToImmutable(), cutShort);
    }
}
