using System.Globalization;
using Microsoft.AspNetCore.Http;
using RumPortal.Clients.Http;
using RumPortal.Clients.Querying;
using RumPortal.Clients.Tempo;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Domain.Querying;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>What the client sends to find traces, attributes and numbers, seen from the other end of the wire, and what it makes of the answers.</summary>
public sealed class TempoSearchTests
{
    private static readonly TraceQuery Query = TraceQuery.Raw("""{ resource.service.name = "a&b=c +" }""");

    private static readonly TimeRange Year = new(TempoAnswers.Hour.To.AddDays(-365), TempoAnswers.Hour.To);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_OfARange_IsOneRequestAndNewestFirst()
    {
        await using var server = await StubServer.StartAsync(200, """
            {"traces":[{"traceID":"1","startTimeUnixNano":"10"},{"traceID":"2","startTimeUnixNano":"30"},{"traceID":"3","startTimeUnixNano":"20"}],
             "metrics":{"inspectedBytes":"4096","completedJobs":4,"totalJobs":4}}
            """);
        await using var clients = new TempoClients(server.Url, ("Tenant", "team-a"));
        var range = new TimeRange(TempoAnswers.Hour.From.AddMilliseconds(700), TempoAnswers.Hour.To.AddMilliseconds(1));

        var answer = await clients.Tempo.SearchAsync(Query, new TraceSearch(range, 20, 500), Cancellation);

        var request = server.Requests.Single();
        Assert.Equal(("GET", "/api/search", "team-a"), (request.Method, request.Path, request.Headers["X-Scope-OrgID"]));
        Assert.Equal(
            new Dictionary<string, string> { ["q"] = """{ resource.service.name = "a&b=c +" }""", ["start"] = "1760000000", ["end"] = "1760003601", ["limit"] = "20", ["spss"] = "100" },
            request.Parameters);
        Assert.Equal("2 3 1", string.Join(' ', answer.Traces.Select(trace => trace.Id.Value)));
        Assert.Equal((false, null), (answer.ReachedLimit, answer.CutShort));
        Assert.Equal(("Tempo", "TraceQL", Query.ToString(), range, 4096L), (answer.Executed.Backend, answer.Executed.Language, answer.Executed.Text, answer.Executed.Range, answer.Executed.Bytes));
    }

    [Theory]
    [InlineData(2, 3, 2, true, null)]
    [InlineData(3, 3, 2, false, "Tempo went through 3 of 12 parts of the range.")]
    [InlineData(3, 12, 2, false, null)]
    public async Task Search_ThatEndedEarly_SaysWhetherTheLimitWasTheReason(int limit, int completed, int found, bool reachedLimit, string? cutShort)
    {
        var traces = string.Join(',', Enumerable.Range(1, found).Select(number => $$"""{"traceID":"{{number}}"}"""));
        await using var server = await StubServer.StartAsync(200, $$$"""{"traces":[{{{traces}}}],"metrics":{"completedJobs":{{{completed}}},"totalJobs":12}}""");
        await using var clients = new TempoClients(server.Url);

        var answer = await clients.Tempo.SearchAsync(Query, new TraceSearch(TempoAnswers.Hour, limit, 3), Cancellation);

        Assert.Equal((reachedLimit, cutShort), (answer.ReachedLimit, answer.CutShort));
    }

    [Fact]
    public async Task Search_WithUnusableIds_SaysHowMany()
    {
        await using var server = await StubServer.StartAsync(200, """{"traces":[{"traceID":"1"},{"traceID":"zz"},{}]}""");
        await using var clients = new TempoClients(server.Url);

        var answer = await clients.Tempo.SearchAsync(Query, new TraceSearch(TempoAnswers.Hour, 10, 3), Cancellation);

        Assert.Equal((1, "2 traces have no usable id and cannot be shown."), (answer.Traces.Length, answer.CutShort));
    }

    [Fact]
    public async Task Search_OfALongRange_GoesThroughPiecesFromItsEnd()
    {
        await using var server = await StubServer.StartAsync(WeekAtMostAsync);
        await using var clients = new TempoClients(server.Url);
        var range = new TimeRange(TempoAnswers.Hour.To.AddDays(-20), TempoAnswers.Hour.To);

        var answer = await clients.Tempo.SearchAsync(Query, new TraceSearch(range, 100, 3), Cancellation);

        var pieces = server.Requests.Skip(1).Select(request => (Start: Seconds(request, "start"), End: Seconds(request, "end"))).ToArray();
        Assert.Equal(3, pieces.Length);
        Assert.Equal((range.To.ToUnixTimeSeconds(), range.From.ToUnixTimeSeconds()), (pieces[0].End, pieces[^1].Start));
        Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.Equal(pair.First.Start, pair.Second.End));
        // The trace on the borders is found in two pieces each, and is one.
        Assert.Equal((4, null, false), (answer.Traces.Length, answer.CutShort, answer.ReachedLimit));
        Assert.Equal(answer.Traces.OrderByDescending(trace => trace.Start), answer.Traces);
        Assert.Equal(30, answer.Executed.Bytes);
    }

    [Fact]
    public async Task Search_OfALongRange_StopsAtItsLimit()
    {
        await using var server = await StubServer.StartAsync(WeekAtMostAsync);
        await using var clients = new TempoClients(server.Url);

        var two = await clients.Tempo.SearchAsync(Query, new TraceSearch(Year, 2, 3), Cancellation);
        var three = await clients.Tempo.SearchAsync(Query, new TraceSearch(Year, 3, 3), Cancellation);
        var four = await clients.Tempo.SearchAsync(Query, new TraceSearch(Year, 4, 3), Cancellation);

        Assert.Equal(2 + 3 + 4, server.Requests.Count);
        Assert.Equal([(2, true, null), (3, true, null), (4, true, null)], new[] { two, three, four }.Select(answer => (answer.Traces.Length, answer.ReachedLimit, answer.CutShort)));
    }

    [Fact]
    public async Task Search_OfAVeryLongRange_SaysFromWhenOnItSearched()
    {
        await using var server = await StubServer.StartAsync(WeekAtMostAsync);
        await using var clients = new TempoClients(server.Url);

        var answer = await clients.Tempo.SearchAsync(Query, new TraceSearch(Year, 100, 3), Cancellation);

        Assert.Equal(9, server.Requests.Count);
        Assert.Equal("Tempo searches 168 h at once; nothing before 2025-08-14 09:53 UTC was searched.", answer.CutShort);
    }

    [Theory]
    [InlineData("range specified by start and end exceeds 1h0m0s. received start=1 end=2")]
    [InlineData("range specified by start and end exceeds 0s. received start=1 end=2")]
    public async Task Search_ThatIsTooLongInAnyPiece_IsAFault(string text)
    {
        await using var server = await StubServer.StartAsync(400, text, "text/plain");
        await using var clients = new TempoClients(server.Url);

        var failure = await Assert.ThrowsAsync<BackendException>(() => clients.Tempo.SearchAsync(Query, new TraceSearch(TempoAnswers.Hour, 10, 3), Cancellation));

        Assert.Equal((BackendFault.LimitExceeded, "The time range is longer than Tempo allows. Choose a shorter one."), (failure.Fault, failure.Message));
        Assert.InRange(server.Requests.Count, 1, 2);
    }

    [Fact]
    public async Task Query_ThatNoAddressCanHold_IsNotSent()
    {
        await using var server = await StubServer.StartAsync(200, "{}");
        await using var clients = new TempoClients(server.Url);
        var query = Spanset.Where(TraceField.Name.Is(new string('"', 20_000))).Query();

        var failure = await Assert.ThrowsAsync<BackendException>(() => clients.Tempo.SearchAsync(query, new TraceSearch(TempoAnswers.Hour, 10, 3), Cancellation));

        Assert.Equal((BackendFault.LimitExceeded, "The query is longer than Tempo reads. Use fewer or shorter filters."), (failure.Fault, failure.Message));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Requests_ForOtherThings_CarryTheirParameters()
    {
        await using var server = await StubServer.StartAsync(context => context.Response.WriteAsync(context.Request.Path.Value switch
        {
            "/api/v2/search/tags" => """{"scopes":[{"name":"resource","tags":["service.name"]}]}""",
            "/api/status/buildinfo" => """{"version":"3.0.3","revision":"ad33aa8"}""",
            "/api/metrics/query_range" => """{"series":[{"labels":[{"key":"status","value":{"stringValue":"error"}}],"samples":[{"timestampMs":"1760000060000"}]}],"status":"PARTIAL","message":"cut"}""",
            "/api/echo" => "echo",
            _ => """{"tagValues":[{"type":"string","value":"shop-web"}]}""",
        }));
        await using var clients = new TempoClients(server.Url);
        var tempo = clients.Tempo;

        Assert.Equal("service.name", Assert.Single(Assert.Single(await tempo.TagsAsync("resource", TempoAnswers.Hour, Cancellation)).Names));
        Assert.Equal(new TraceTagValue("string", "shop-web"), Assert.Single(await tempo.TagValuesAsync(TraceField.Span("a b"), TraceField.Status.Exists(), TempoAnswers.Hour, Cancellation)));
        var metrics = await tempo.MetricsRangeAsync(new TraceMetricQuery.Rate(Spanset.All, TraceField.Status), StepGrid.Cover(TempoAnswers.Hour, TimeSpan.FromMinutes(10)), Cancellation);
        Assert.Equal(new BuildInfo("3.0.3", "ad33aa8"), await tempo.BuildInfoAsync(Cancellation));
        await tempo.CheckReadyAsync(Cancellation);

        Assert.Equal((Completeness.Cut, 0.0), (metrics.Completeness, Assert.Single(Assert.Single(metrics.Series).Samples).Value));
        Assert.Equal(
            [
                "/api/v2/search/tags scope=resource start=1760000000 end=1760003600",
                "/api/v2/search/tag/span.%22a%20b%22/values q={ status != nil } start=1760000000 end=1760003600",
                "/api/metrics/query_range q={ } | rate() by(status) start=1759999800 end=1760004000 step=10m",
                "/api/status/buildinfo",
                "/api/echo",
            ],
            server.Requests.Select(request => string.Join(' ', request.Parameters.Select(pair => $"{pair.Key}={pair.Value}").Prepend(request.Path))));
    }

    private static Task WeekAtMostAsync(HttpContext context)
    {
        var start = long.Parse(context.Request.Query["start"].ToString(), CultureInfo.InvariantCulture);
        var end = long.Parse(context.Request.Query["end"].ToString(), CultureInfo.InvariantCulture);
        return end - start > 168 * 3600
            ? TempoAnswers.RefuseAsync(context, 400, $"range specified by start and end exceeds 168h0m0s. received start={start} end={end}")
            : context.Response.WriteAsync($$$"""{"traces":[{"traceID":"{{{start}}}","startTimeUnixNano":"{{{start}}}"},{"traceID":"{{{end}}}","startTimeUnixNano":"{{{end}}}"}],"metrics":{"inspectedBytes":"10"}}""");
    }

    private static long Seconds(StubRequest request, string name) => long.Parse(request.Parameters[name], CultureInfo.InvariantCulture);
}
