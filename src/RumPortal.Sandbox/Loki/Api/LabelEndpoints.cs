using System.Text.Json;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Loki.Store;

namespace RumPortal.Sandbox.Loki.Api;

/// <summary><c>/labels</c>, <c>/label/{name}/values</c> and <c>/series</c>: what streams have lines in the range. They know stream labels only.</summary>
internal sealed class LabelEndpoints(LokiBackend loki)
{
    public async Task NamesAsync(HttpContext context)
    {
        var streams = await StreamsAsync(context);
        await AnswerAsync(context, [.. streams.SelectMany(stream => stream.Labels.Labels.ToArray()).Select(label => label.Name)]);
    }

    public async Task ValuesAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["name"] as string ?? "";
        var streams = await StreamsAsync(context);
        await AnswerAsync(context, [.. streams.Select(stream => stream.Labels.ValueOrEmpty(name)).Where(value => value.Length > 0)]);
    }

    public async Task SeriesAsync(HttpContext context)
    {
        var parameters = await RequestParameters.ReadAsync(context.Request);
        var (start, end) = Bounds(parameters);
        var selectors = parameters.All("match[]").Concat(parameters.All("match")).Where(text => text.Length > 0).Select(LogQlParser.ParseSelector).ToList();
        if (selectors.Count == 0) selectors.Add([]);
        var streams = selectors.SelectMany(loki.Store.Select).Distinct().Where(stream => stream.Read(start, end).Count > 0);
        var data = streams.Select(stream => stream.Labels.Labels.ToArray().ToDictionary(label => label.Name, label => label.Value)).ToList();
        await LokiResponse.JsonAsync(context, $$"""{"status":"success","data":{{JsonSerializer.Serialize(data)}}}""");
    }

    private async Task<IEnumerable<LogStream>> StreamsAsync(HttpContext context)
    {
        var parameters = await RequestParameters.ReadAsync(context.Request);
        var (start, end) = Bounds(parameters);
        var query = parameters.Get("query");
        return loki.Store.Select(query.Length == 0 ? [] : LogQlParser.ParseSelector(query)).Where(stream => stream.Read(start, end).Count > 0);
    }

    /// <summary>The end counts as inside here.</summary>
    private (long Start, long End) Bounds(RequestParameters parameters)
    {
        var (start, end) = TimeParameters.Bounds(parameters, TimeParameters.Now(loki.Clock));
        if (end < start) throw new BadRequestException("end timestamp must not be before or equal to start time");
        return (start, end == long.MaxValue ? end : end + 1);
    }

    /// <summary>Loki 3.7 behaviour: when there is nothing the member <c>data</c> is missing.</summary>
    private static Task AnswerAsync(HttpContext context, HashSet<string> values) => LokiResponse.JsonAsync(
        context,
        values.Count == 0 ? """{"status":"success"}""" : $$"""{"status":"success","data":{{JsonSerializer.Serialize(values.Order(StringComparer.Ordinal))}}}""");
}
