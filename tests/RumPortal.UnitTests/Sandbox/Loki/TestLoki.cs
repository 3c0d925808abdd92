using System.Globalization;
using System.Text;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Loki;
using RumPortal.Sandbox.Loki.Ingest;
using RumPortal.Sandbox.Loki.LogQl.Evaluation;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Samples;

namespace RumPortal.UnitTests.Sandbox.Loki;

/// <summary>A Loki with a few lines, queried without HTTP; results come as text. Times are whole seconds.</summary>
internal sealed class TestLoki(LokiOptions? options = null)
{
    public LokiBackend Backend { get; } = new(options);

    public QueryStatistics Statistics { get; private set; } = new();

    /// <summary>Lines of the stream <c>{app="shop"}</c>, one second apart from second 1 on.</summary>
    public static TestLoki With(params string[] lines)
    {
        var loki = new TestLoki();
        for (var i = 0; i < lines.Length; i++) loki.Add(i + 1, lines[i]);
        return loki;
    }

    public TestLoki Add(double second, string line, LabelSet? labels = null, LabelSet? metadata = null)
    {
        var entry = new PushEntry((long)(second * GoDuration.Second), Encoding.UTF8.GetBytes(line), metadata ?? LabelSet.Empty);
        Backend.Ingester.Push(new([new PushStream(labels ?? LabelSet.Of(("app", "shop")), [entry])]));
        return this;
    }

    /// <summary>The lines in [0, 1000 s), oldest first.</summary>
    public string[] Lines(string query) => [.. Entries(query).Select(entry => Encoding.UTF8.GetString(entry.Line.Span))];

    /// <summary>The labels that the pipeline set, one text for each line.</summary>
    public string[] Parsed(string query) => [.. Entries(query).Select(entry => entry.Parsed.ToString())];

    public StreamsResult Streams(string query, int limit = 100, bool forward = true, bool categorize = false, long interval = 0)
    {
        Statistics = new();
        var parameters = new LogQueryParameters(0, 1_000 * GoDuration.Second, limit, forward, interval, categorize);
        return Backend.Engine.Logs((LogSelector)LogQlParser.Parse(query), parameters, Statistics);
    }

    /// <summary>The samples at a second, as <c>{kind="log"} 3</c>.</summary>
    public string[] Instant(string query, double second = 60)
    {
        Statistics = new();
        var result = Backend.Engine.Instant((MetricExpression)LogQlParser.Parse(query), (long)(second * GoDuration.Second), Statistics);
        return result switch
        {
            VectorResult vector => [.. vector.Samples.Select(sample => $"{sample.Labels} {GoFloat.FormatPlain(sample.Value)}")],
            ScalarResult scalar => [GoFloat.FormatPlain(scalar.Value)],
            _ => throw new InvalidOperationException(result.GetType().Name),
        };
    }

    /// <summary>The series over a range, as <c>{kind="log"} 60=1 120=2</c>; times are seconds.</summary>
    public string[] Range(string query, double start, double end, double step)
    {
        Statistics = new();
        var result = Backend.Engine.Range((MetricExpression)LogQlParser.Parse(query), Nanoseconds(start), Nanoseconds(end), Nanoseconds(step), Statistics);
        return [.. result.Series.Select(series => $"{series.Labels} {string.Join(' ', series.Points.Select(Text))}")];
    }

    private IEnumerable<ResultEntry> Entries(string query) => Streams(query, 5_000, categorize: true).Streams.SelectMany(stream => stream.Entries).OrderBy(entry => entry.Timestamp);

    private static long Nanoseconds(double seconds) => (long)(seconds * GoDuration.Second);

    private static string Text(Point point) => string.Create(CultureInfo.InvariantCulture, $"{point.Milliseconds / 1000.0}={point.Value}");
}
