using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RumPortal.Clients;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;

namespace RumPortal.Benchmarks;

/// <summary>
/// A session of 50,000 lines over the loopback: the first rows, and all of them, against the plain chain of reading the answer as text,
/// parsing it as a JSON document and splitting each line into a dictionary.
/// </summary>
internal static class TimelineBenchmark
{
    private const int LineCount = 50_000;
    private const int PageSize = 5_000;

    public static async Task RunAsync()
    {
        var lines = SampleLines.Create(LineCount);
        await using var server = await PageServer.StartAsync(lines);
        await using var services = new ServiceCollection()
            .AddRumPortalClients(new ConfigurationBuilder().AddInMemoryCollection([new("Backends:Loki:Url", server.Url)]).Build())
            .BuildServiceProvider();
        var loki = services.GetRequiredService<LokiClient>();
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        await CheckAsync(loki, http, server);
        var bytes = lines.Sum(line => (long)line.Length);
        Console.WriteLine($"{LineCount} lines, {bytes / 1e6:0.0} MB, over the loopback. Budgets: first rows <= 0.25, whole <= 0.35 of the naive chain.");

        var times = await new Contest(rounds: 7)
            .Add("naive: string, JSON document, dictionaries (all lines)", () => NaiveAsync(http, server))
            .Add("portal: first page of 500 lines", () => FirstAsync(loki))
            .Add("portal: all lines as records", () => WholeAsync(loki))
            .Add("portal: all lines as a finished timeline", () => BuildAsync(loki))
            .RunAsync(bytes, LineCount);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"First rows against the portal's own reading of all: {times["portal: first page of 500 lines"] / times["portal: all lines as records"]:0.000}"));
    }

    private static LogRequest Request => new(
        new LogQuery(new StreamSelector(LabelMatcher.Is("app_name", "shop-web")), LineFilter.Contains($"session_id={SampleLines.Session}")),
        new TimeRange(DateTimeOffset.UnixEpoch.AddTicks(SampleLines.Start / 100), DateTimeOffset.UnixEpoch.AddTicks(SampleLines.TimeOf(LineCount) / 100)));

    private static async Task CheckAsync(LokiClient loki, HttpClient http, PageServer server)
    {
        var records = await WholeAsync(loki);
        var naive = await NaiveAsync(http, server);
        var same = records.Count == LineCount && naive.Count == LineCount
            && records.Zip(naive).All(pair => pair.First.Meta.SessionId == pair.Second["session_id"] && pair.First.Text("kind") == pair.Second["kind"] && pair.First.Text("app_version") == pair.Second["app_version"]);
        if (!same) throw new InvalidOperationException($"The two ways disagree: {records.Count} and {naive.Count} lines.");
    }

    private static async Task<LogPage> FirstAsync(LokiClient loki) => await loki.ReadPageAsync(Request, CancellationToken.None);

    private static async Task<List<FaroRecord>> WholeAsync(LokiClient loki)
    {
        var records = new List<FaroRecord>();
        await foreach (var page in loki.ReadAllAsync(Request, int.MaxValue, CancellationToken.None)) records.AddRange(page.Records);
        return records;
    }

    private static async Task<SessionTimeline> BuildAsync(LokiClient loki)
    {
        var timeline = new SessionTimelineBuilder(SampleLines.Session);
        await foreach (var page in loki.ReadAllAsync(Request, int.MaxValue, CancellationToken.None))
            foreach (var record in page.Records) timeline.Add(record);
        return timeline.Build();
    }

    private static async Task<List<Dictionary<string, string>>> NaiveAsync(HttpClient http, PageServer server)
    {
        var records = new List<Dictionary<string, string>>();
        for (var end = LineCount; end > 0; end -= PageSize)
        {
            using var document = JsonDocument.Parse(await http.GetStringAsync(server.Page(end, PageSize)));
            foreach (var stream in document.RootElement.GetProperty("data").GetProperty("result").EnumerateArray())
                foreach (var entry in stream.GetProperty("values").EnumerateArray())
                    records.Add(NaiveLogfmt.Split(entry[1].GetString() ?? ""));
        }
        return records;
    }
}
