using System.Collections.Immutable;
using System.Globalization;
using RumPortal.Sandbox.Otlp.Spans;
using RumPortal.Sandbox.Tempo;
using RumPortal.Sandbox.Tempo.TraceQl;
using RumPortal.Sandbox.Tempo.TraceQl.Metrics;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.UnitTests.Sandbox.Tempo;

/// <summary>A Tempo with a few spans, queried without HTTP; results come as text. Times are whole seconds.</summary>
internal sealed class TestTempo
{
    private const ulong Second = 1_000_000_000;

    private static readonly InstrumentationScope NoScope = new("", "", AttributeSet.Empty, "");

    public TempoBackend Backend { get; } = new();

    /// <summary>
    /// Trace 1 of shop, cart and db: <c>page -> (api -> (query, cache), pixel)</c>; trace 2 with a root and a span whose parent is missing.
    /// </summary>
    public static TestTempo WithTwoTraces() => new TestTempo()
        .Add(1, 1, 0, "page", "shop", kind: SpanKind.Client, start: 10, end: 20, attributes: Attributes(("http.status_code", 200L), ("url", "https://shop.test/"), ("ratio", 0.5)))
        .Add(1, 2, 1, "api", "cart", kind: SpanKind.Server, start: 11, end: 19, status: SpanStatus.Error, attributes: Attributes(("http.status_code", 503L), ("retried", true)))
        .Add(1, 3, 2, "query", "db", kind: SpanKind.Client, start: 12, end: 14, attributes: Attributes(("tags", new[] { "slow", "read" })))
        .Add(1, 4, 2, "cache", "db", start: 15, end: 16)
        .Add(1, 5, 1, "pixel", "shop", kind: SpanKind.Client, start: 12, end: 13, attributes: Attributes(("http.status_code", "200")))
        .Add(2, 6, 0, "root", "cart", kind: SpanKind.Server, start: 30, end: 31)
        .Add(2, 7, 99, "orphan", "cart", start: 30, end: 32);

    public TestTempo Add(
        UInt128 trace, ulong id, ulong parent, string name, string service = "shop", SpanKind kind = SpanKind.Internal, double start = 1, double end = 2, SpanStatus status = SpanStatus.Unset,
        AttributeSet? attributes = null) => Add(new Span
        {
            Resource = new SpanResource(Attributes(("service.name", service)), ""),
            Scope = NoScope,
            TraceId = trace,
            SpanId = id,
            ParentSpanId = parent,
            Name = name,
            Kind = kind,
            Start = (ulong)(start * Second),
            End = (ulong)(end * Second),
            Status = status,
            Attributes = attributes ?? AttributeSet.Empty,
        });

    public TestTempo Add(Span span)
    {
        Backend.Push([span]);
        return this;
    }

    /// <summary>The names of the spans found, sorted; of each set of a trace in brackets when there are several.</summary>
    public string Find(string query) => string.Join(' ', Backend.Searcher.Search(TraceQlParser.Parse(query), 0, ulong.MaxValue, CancellationToken.None)
        .SelectMany(found => found.Spansets.Select(set => found.Spansets.Count == 1 ? Names(set.Spans) : $"[{Names(set.Spans)}]"))
        .Order(StringComparer.Ordinal));

    /// <summary>The series, as <c>__name__=rate 10=0.1 20=0</c>; times are seconds.</summary>
    public string[] Series(string query, ulong start, ulong end, ulong step)
    {
        var grid = IntervalGrid.Of(start * Second, end * Second, step * Second);
        var parsed = TraceQlParser.Parse(query);
        return [.. Backend.Metrics.Evaluate(parsed, parsed.Metric!, grid, 100, CancellationToken.None).Series
            .Select(series => $"{series.LabelText} {string.Join(' ', series.Values.Select((value, i) => Sample(grid.TimeOf(i) / Second, value)).Where(text => text.Length > 0))}".TrimEnd())
            .Order(StringComparer.Ordinal)];
    }

    public static string Error(string query) => Assert.Throws<TraceQlException>(() => TraceQlParser.Parse(query)).Message;

    public static AttributeSet Attributes(params (string Key, object Value)[] attributes) => new([.. attributes.Select(item => new SpanAttribute(item.Key, ValueOf(item.Value)))]);

    private static string Names(IEnumerable<RumPortal.Sandbox.Tempo.Store.SpanNode> spans) => string.Join(' ', spans.Select(span => span.Span.Name).Order(StringComparer.Ordinal));

    private static string Sample(ulong time, double value) => double.IsNaN(value) ? "" : string.Create(CultureInfo.InvariantCulture, $"{time}={Math.Round(value, 4)}");

    private static AttributeValue ValueOf(object value) => value switch
    {
        string text => new AttributeValue.Text(text),
        long number => new AttributeValue.WholeNumber(number),
        double number => new AttributeValue.Number(number),
        bool flag => new AttributeValue.Boolean(flag),
        string[] texts => new AttributeValue.List([.. texts.Select(text => (AttributeValue)new AttributeValue.Text(text)).ToImmutableArray()]),
        _ => AttributeValue.Nothing.Instance,
    };
}
