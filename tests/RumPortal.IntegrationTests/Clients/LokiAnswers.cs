using System.Text.Json;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>Bodies for stubs, and the requests that fit them.</summary>
internal static class LokiAnswers
{
    public const string NoLines = """{"status":"success","data":{"resultType":"streams","result":[],"stats":{}}}""";

    public static TimeRange Range { get; } = new(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 20, 6, 0, 0, TimeSpan.Zero));

    public static LogRequest Lines { get; } = new(new LogQuery(Selector), Range);

    public static StreamSelector Selector => new(LabelMatcher.Is("app_name", "shop-web"));

    public static MetricQuery Count => MetricQuery.CountLines(new MetricPipeline(Selector), TimeSpan.FromHours(1));

    /// <summary>An answer with so many lines, a second apart.</summary>
    public static string WithLines(int count, int lineLength = 100)
    {
        var values = Enumerable.Range(0, count).Select(i => new[] { $"{1_795_132_800_000_000_000 + (i * 1_000_000_000L)}", $"kind=log n={i} message={new string('x', lineLength)}" });
        return """{"status":"success","data":{"resultType":"streams","result":[{"stream":{"app_name":"shop-web"},"values":VALUES}],"stats":{"summary":{"totalBytesProcessed":7,"totalLinesProcessed":3}}}}"""
            .Replace("VALUES", JsonSerializer.Serialize(values), StringComparison.Ordinal);
    }
}
