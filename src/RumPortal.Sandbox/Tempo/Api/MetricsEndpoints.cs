using System.Globalization;
using System.Text.Json;
using RumPortal.Sandbox.Otlp.Json;
using RumPortal.Sandbox.Tempo.TraceQl.Metrics;

namespace RumPortal.Sandbox.Tempo.Api;

/// <summary><c>/api/metrics/query_range</c> and <c>/api/metrics/query</c>. Exemplars are never given.</summary>
internal sealed class MetricsEndpoints(TempoBackend tempo)
{
    public async Task RangeAsync(HttpContext context)
    {
        var (start, end) = MetricsParameters.Range(context.Request.Query, tempo.Clock, tempo.Options.MaxMetricsRange);
        var step = MetricsParameters.Step(context.Request.Query, start, end, tempo.Options.MaxMetricsPoints);
        var grid = IntervalGrid.Of(start, end, step);
        var result = Evaluate(context, grid);
        await TempoResponse.JsonAsync(context, json => Write(json, result, one => WriteSamples(json, grid, one)));
    }

    public async Task InstantAsync(HttpContext context)
    {
        var (start, end) = MetricsParameters.Range(context.Request.Query, tempo.Clock, tempo.Options.MaxMetricsRange);
        var result = Evaluate(context, IntervalGrid.OfWhole(start, end));
        await TempoResponse.JsonAsync(context, json => Write(json, result, one => WriteNumber(json, one.Values[0])));
    }

    private MetricResult Evaluate(HttpContext context, IntervalGrid grid)
    {
        var parameters = context.Request.Query;
        var text = parameters["q"].ToString() is { Length: > 0 } q ? q : parameters["query"].ToString();
        var query = QueryParameter.Parse(text, tempo.Options.MaxQueryLength);
        if (query.Metric is not { } metric) throw QueryParameter.Invalid("not a metrics query");
        using var timeout = new CancellationTokenSource(tempo.Options.QueryTimeout, tempo.Clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        return tempo.Metrics.Evaluate(query, metric, grid, tempo.Options.MaxMetricsSeries, linked.Token);
    }

    private void Write(Utf8JsonWriter json, MetricResult result, Action<TimeSeries> writeValues)
    {
        json.WriteStartObject();
        json.WriteStartArray("series");
        foreach (var one in result.Series)
        {
            json.WriteStartObject();
            json.WriteStartArray("labels");
            foreach (var (name, value) in one.Labels)
            {
                json.WriteStartObject();
                json.WriteString("key", name);
                json.WritePropertyName("value");
                ValueJson.Write(json, value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            writeValues(one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("metrics");
        json.WriteNumber("completedJobs", 1);
        json.WriteNumber("totalJobs", 1);
        json.WriteEndObject();
        if (result.CutShort)
        {
            json.WriteString("status", "PARTIAL");
            json.WriteString("message", string.Create(CultureInfo.InvariantCulture, $"Response exceeds maximum series limit of {tempo.Options.MaxMetricsSeries}, a partial response is returned"));
        }

        json.WriteEndObject();
    }

    private static void WriteSamples(Utf8JsonWriter json, IntervalGrid grid, TimeSeries series)
    {
        json.WriteStartArray("samples");
        for (var i = 0; i < series.Values.Length; i++)
        {
            if (double.IsNaN(series.Values[i])) continue;
            json.WriteStartObject();
            json.WriteString("timestampMs", (grid.TimeOf(i) / 1_000_000).ToString(CultureInfo.InvariantCulture));
            WriteNumber(json, series.Values[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>As protobuf's JSON has it, zero is missing.</summary>
    private static void WriteNumber(Utf8JsonWriter json, double value)
    {
        if (value == 0) return;
        json.WritePropertyName("value");
        OtlpJsonWriter.WriteNumber(json, value);
    }
}
