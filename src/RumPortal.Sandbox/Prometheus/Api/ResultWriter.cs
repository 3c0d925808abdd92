using System.Globalization;
using System.IO.Pipelines;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.Api;

/// <summary>Writes the answer to a query, piece by piece, without holding the whole text in memory.</summary>
/// <remarks><c>{"status":"success","data":{"resultType":"vector","result":[{"metric":{"le":"2500"},"value":[1795154400,"108"]}]}}</c></remarks>
internal sealed class ResultWriter(PipeWriter output, CancellationToken cancellation)
{
    private const int FlushSize = 64 << 10;

    /// <param name="result">What was found.</param>
    /// <param name="time">The evaluation time of an instant query in milliseconds.</param>
    /// <param name="withStatistics">Whether to tell how many samples were read; of Prometheus' statistics only that.</param>
    public async Task WriteAsync(QueryResult result, long time, bool withStatistics)
    {
        Raw($$"""{"status":"success","data":{"resultType":"{{TypeOf(result)}}","result":""");
        switch (result)
        {
            case ScalarResult scalar:
                Value(time, scalar.Value);
                break;
            case TextResult text:
                Raw($"[{Seconds(time)},");
                JsonText.String(output, text.Value);
                Raw("]");
                break;
            case VectorResult vector:
                await ArrayAsync(vector.Samples, sample => WriteSample(sample, time));
                break;
            case MatrixResult matrix:
                await ArrayAsync(matrix.Series, WriteSeries);
                break;
        }

        if (withStatistics) Raw(string.Create(CultureInfo.InvariantCulture, $$$""","stats":{"samples":{"totalQueryableSamples":{{{result.SamplesRead}}}}}"""));
        Raw("}}");
        await output.FlushAsync(cancellation);
    }

    private static string TypeOf(QueryResult result) => result switch
    {
        ScalarResult => "scalar",
        TextResult => "string",
        VectorResult => "vector",
        _ => "matrix",
    };

    /// <summary>Whole seconds, or three decimals.</summary>
    private static string Seconds(long milliseconds) => (milliseconds / 1000m).ToString(milliseconds % 1000 == 0 ? "0" : "0.000", CultureInfo.InvariantCulture);

    /// <summary>Prometheus 2.42 behaviour: very small and very large values have an exponent.</summary>
    private static string Number(double value) =>
        double.IsFinite(value) && value != 0 && Math.Abs(value) is < 1e-6 or >= 1e21 ? GoFloat.FormatScientific(value) : GoFloat.FormatPlain(value);

    private async Task ArrayAsync<T>(IReadOnlyList<T> items, Action<T> write)
    {
        Raw("[");
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) Raw(",");
            write(items[i]);
            if (output.UnflushedBytes > FlushSize) await output.FlushAsync(cancellation);
        }

        Raw("]");
    }

    private void WriteSample(Sample sample, long time)
    {
        WriteMetric(sample.Labels);
        Raw(",\"value\":");
        Value(time, sample.Value);
        Raw("}");
    }

    private void WriteSeries(Series series)
    {
        WriteMetric(series.Labels);
        Raw(",\"values\":[");
        for (var i = 0; i < series.Points.Count; i++)
        {
            if (i > 0) Raw(",");
            Value(series.Points[i].Milliseconds, series.Points[i].Value);
        }

        Raw("]}");
    }

    private void WriteMetric(LabelSet labels)
    {
        Raw("{\"metric\":{");
        for (var i = 0; i < labels.Count; i++)
        {
            if (i > 0) Raw(",");
            JsonText.String(output, labels.Labels[i].Name);
            Raw(":");
            JsonText.String(output, labels.Labels[i].Value);
        }

        Raw("}");
    }

    private void Value(long milliseconds, double value) => Raw($"[{Seconds(milliseconds)},\"{Number(value)}\"]");

    private void Raw(string json) => JsonText.Raw(output, json);
}
