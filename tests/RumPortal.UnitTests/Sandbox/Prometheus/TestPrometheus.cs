using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Prometheus;
using RumPortal.Sandbox.Prometheus.OpenMetrics;
using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.UnitTests.Sandbox.Prometheus;

/// <summary>A Prometheus with a few series, queried without HTTP; results come as text. Times are whole seconds.</summary>
internal sealed class TestPrometheus(PrometheusOptions? options = null)
{
    /// <summary>Stands for a staleness marker in <see cref="With"/>.</summary>
    private const string Stale = "stale";

    /// <summary>Stands for no sample at all.</summary>
    private const string Gap = "_";

    public PrometheusBackend Backend { get; } = new(options);

    /// <summary>Series as <c>name{a="b"} 1 2 _ stale</c>: one value a minute from second 0 on.</summary>
    public static TestPrometheus With(params string[] series)
    {
        var prometheus = new TestPrometheus();
        foreach (var text in series)
        {
            var end = text.IndexOf(' ', text.IndexOf('}', StringComparison.Ordinal) + 1);
            var values = text[(end + 1)..].Split(' ');
            for (var i = 0; i < values.Length; i++)
                if (values[i] != Gap) prometheus.Backend.Store.Append(Labels(text[..end]), i * 60_000L, Value(values[i]));
        }

        return prometheus;
    }

    /// <summary>The samples at a second, as <c>{kind="log"} 3</c>.</summary>
    public string[] Instant(string query, double second = 600) => Backend.Engine.Instant(PromQlParser.Parse(query), (long)(second * 1_000)) switch
    {
        VectorResult vector => [.. vector.Samples.Select(sample => $"{sample.Labels} {GoFloat.FormatPlain(sample.Value)}")],
        MatrixResult matrix => Text(matrix),
        ScalarResult scalar => [GoFloat.FormatPlain(scalar.Value)],
        TextResult text => [text.Value],
        var other => throw new InvalidOperationException(other.GetType().Name),
    };

    /// <summary>The series over a range, as <c>{kind="log"} 60=1 120=2</c>.</summary>
    public string[] Range(string query, long start, long end, long step) =>
        Text(Backend.Engine.Range(PromQlParser.Parse(query), new StepGrid(start * 1_000, end * 1_000, step * 1_000)));

    /// <summary>What the store holds, staleness markers included.</summary>
    public string[] Stored(string name) =>
        [.. Backend.Store.Select([LabelMatcher.Create(MetricNames.Label, MatchOperator.Equal, name)], long.MinValue, long.MaxValue).Select(Text)];

    private static string[] Text(MatrixResult matrix) => [.. matrix.Series.Select(series => $"{series.Labels} {string.Join(' ', series.Points.Select(Text))}")];

    private static string Text(Point point) => $"{GoFloat.FormatPlain(point.Milliseconds / 1000.0)}={GoFloat.FormatPlain(point.Value)}";

    private static string Text(SeriesSamples series) => $"{series.Labels} " + string.Join(' ', series.Times.Zip(series.Values, (time, value) =>
        $"{GoFloat.FormatPlain(time / 1000.0)}={(StaleMarker.Is(value) ? Stale : GoFloat.FormatPlain(value))}"));

    private static LabelSet Labels(string series) => MetricLine.Parse($"{series} 0 0").Labels;

    private static double Value(string text) => text == Stale ? StaleMarker.Value : GoFloat.TryParse(text, out var value, out _) ? value : throw new ArgumentException(text);
}
