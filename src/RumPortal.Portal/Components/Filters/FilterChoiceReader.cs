using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Auth;
using RumPortal.Portal.Features;

namespace RumPortal.Portal.Components.Filters;

/// <summary>Reads what the filter bar offers. It never fails: without an answer the lists are empty and say why.</summary>
public sealed class FilterChoiceReader(LokiClient loki)
{
    public async Task<FilterChoices> ReadAsync(ViewerScope viewer, ViewFilter filter, TimeRange range, IReadOnlyList<string> versions)
    {
        try
        {
            if (FaroScopes.Of(viewer, loki.Labels, null, null) is not { } all) return new FilterChoices([], [], versions, "your teams own no apps");
            var chosen = FaroScopes.Of(viewer, loki.Labels, filter.App, null) ?? all;
            var apps = loki.LabelValuesAsync(loki.Labels.App, range, all.Select(), CancellationToken.None);
            var environments = loki.LabelValuesAsync(loki.Labels.Environment, range, chosen.Select(), CancellationToken.None);
            return new FilterChoices((await apps).Where(viewer.MaySee).ToList(), await environments, versions, "nothing was seen in this range");
        }
        catch (BackendException exception)
        {
            return new FilterChoices([], [], versions, exception.Message);
        }
        catch (AppNotVisibleException exception)
        {
            return new FilterChoices([.. viewer.Apps.Order(StringComparer.Ordinal)], [], versions, exception.Message);
        }
    }
}
