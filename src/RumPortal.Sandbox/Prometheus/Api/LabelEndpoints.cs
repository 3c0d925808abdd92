using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Prometheus.Store;

namespace RumPortal.Sandbox.Prometheus.Api;

/// <summary><c>/labels</c>, <c>/label/{name}/values</c> and <c>/series</c>: what series have samples in the range.</summary>
internal sealed class LabelEndpoints(PrometheusBackend prometheus)
{
    public async Task NamesAsync(HttpContext context)
    {
        var parameters = await RequestParameters.ReadAsync(context.Request);
        var names = Series(parameters).SelectMany(labels => labels.Labels.ToArray()).Select(label => label.Name);
        await PrometheusResponse.SuccessAsync(context, names.Distinct().Order(StringComparer.Ordinal));
    }

    public async Task ValuesAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["name"] as string ?? "";
        if (!MetricNames.IsLabelName(name)) throw new BadRequestException($"invalid label name: {GoQuote.Quote(name)}");
        var parameters = await RequestParameters.ReadAsync(context.Request);
        var values = Series(parameters).Select(labels => labels.ValueOrEmpty(name)).Where(value => value.Length > 0);
        await PrometheusResponse.SuccessAsync(context, values.Distinct().Order(StringComparer.Ordinal));
    }

    public async Task SeriesAsync(HttpContext context)
    {
        var parameters = await RequestParameters.ReadAsync(context.Request);
        if (!parameters.All("match[]").Any()) throw new BadRequestException("no match[] parameter provided");
        var series = Series(parameters).Order().Select(labels => labels.Labels.ToArray().ToDictionary(label => label.Name, label => label.Value));
        await PrometheusResponse.SuccessAsync(context, series);
    }

    private IEnumerable<LabelSet> Series(RequestParameters parameters)
    {
        var start = QueryParameters.Time(parameters, "start", -QueryParameters.MaxTime);
        var end = QueryParameters.Time(parameters, "end", QueryParameters.MaxTime);
        var selectors = QueryParameters.Selectors(parameters);
        return (selectors.Count == 0 ? [[]] : selectors).SelectMany(matchers => prometheus.Store.SelectLabels(matchers, start, end)).Distinct();
    }
}
