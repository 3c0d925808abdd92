using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>
/// The client against a Loki that it knows by its address only: fresh lines go in under an app name of their own and come back in every way
/// that the portal asks. Derived classes say which Loki.
/// </summary>
public abstract class LokiClientTests : IAsyncLifetime
{
    private readonly PushedApp _app = new();
    private LokiClients? _clients;

    protected abstract Task<Uri> UrlAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private LokiClient Loki => _clients?.Loki ?? throw new InvalidOperationException("Not started.");

    private FaroScope Scope => new(Loki.Labels, [_app.Name]);

    public async ValueTask InitializeAsync()
    {
        var url = await UrlAsync();
        _clients = new LokiClients(url, null, ("Tenant", Environment.GetEnvironmentVariable("RUMPORTAL_TEST_LOKI_TENANT") ?? ""));
        await _app.PushAsync(url, Cancellation);
        await WaitUntilVisibleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_clients is not null) await _clients.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(LogDirection.Backward, 1)]
    [InlineData(LogDirection.Backward, 37)]
    [InlineData(LogDirection.Forward, 50)]
    [InlineData(LogDirection.Forward, 5000)]
    public async Task Pages_OfAllLines_HoldEachOnceInOrder(LogDirection direction, int pageSize)
    {
        // One line a page is for the densest minute only: 1,200 calls would prove nothing more.
        var lines = pageSize == 1 ? [.. _app.Lines.Take(60)] : _app.Lines;
        var range = pageSize == 1 ? new TimeRange(_app.Range.From, PushedApp.TimeOf(lines[^1]).AddTicks(1)) : _app.Range;
        var request = new LogRequest(FaroQueries.LatestLines(Scope), range) { Direction = direction, PageSize = pageSize };

        var read = new List<FaroRecord>();
        while (true)
        {
            var page = await Loki.ReadPageAsync(request, Cancellation);
            read.AddRange(page.Records);
            if (page.Next is null) break;
            Assert.Equal(Completeness.More, page.Completeness);
            request = request with { After = page.Next };
        }

        Assert.Equal(lines.Select(line => line.Text).Order(), read.Select(record => record.ToString()).Order());
        var times = read.Select(record => record.ArrivalNanoseconds).ToList();
        Assert.Equal(direction == LogDirection.Forward ? times.Order() : times.OrderDescending(), times);
    }

    [Fact]
    public async Task ReadAll_OfTheRange_EndsWithItOrWithTheBound()
    {
        var request = new LogRequest(FaroQueries.LatestLines(Scope), _app.Range) { PageSize = 100 };
        var pages = await Loki.ReadAllAsync(request, 100_000, Cancellation).ToListAsync(Cancellation);

        Assert.Equal([100, _app.Lines.Count - 100], pages.Select(page => page.Records.Count));
        Assert.Equal((Completeness.More, Completeness.Complete), (pages[0].Completeness, pages[1].Completeness));

        var bounded = await Loki.ReadAllAsync(request, 250, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(250, bounded.Sum(page => page.Records.Count));
        Assert.NotNull(bounded[^1].Next);
    }

    [Fact]
    public async Task Page_OfLines_SaysWhatItCost()
    {
        var page = await Loki.ReadPageAsync(new LogRequest(FaroQueries.LatestLines(Scope), _app.Range), Cancellation);

        Assert.Equal(500, page.Records.Count);
        Assert.Equal($$"""{app_name="{{_app.Name}}"}""", page.Executed.Text);
        Assert.True(page.Executed.Bytes > 10_000 && page.Executed.Lines >= 500, $"{page.Executed}");
        Assert.True(page.Executed.Duration > TimeSpan.Zero);
        Assert.Empty(page.Warnings);
        Assert.All(page.Records, record => Assert.Equal((_app.Name, "test"), (record.Labels["app_name"], record.Labels["app_environment"])));
        Assert.Contains(page.Records, record => record.Metadata["origin"] == "push");
    }

    [Theory]
    [InlineData(LineParser.Mixed)]
    [InlineData(LineParser.Logfmt)]
    public async Task SessionStarts_OfAnApp_AreTheLinesThatBeginSessions(LineParser parser)
    {
        var found = await LinesAsync(FaroQueries.SessionStarts(Scope, parser, []));

        var expected = _app.Records.Where(record => record.Text(FaroFields.EventName) is "session_start" or "session_resume" or "session_extend")
            .Where(record => parser == LineParser.Mixed || record.Format == FaroLineFormat.Logfmt);
        Assert.Equal(Texts(expected), Texts(found));
        Assert.NotEmpty(found);
    }

    public static TheoryData<string> Filters =>
    [
        "browser_name:Arc", "browser_name:Arc browser_name:Firefox", "!browser_name:Arc", "~page_url:CHECKOUT", "browser_name:Firefox ~message:a=\"b", "context_my_key:x<y>&z",
        "message:line\nbreak\tand\\slash", "message:購物車 🚀", "~message:購物", "!message:購物車 🚀", "app_version:118 !user_id:u-1", "value_lcp:2612.4", "user_id:nobody", "~message:.*",
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filters_OnAnyKey_FindTheLinesThatTheParserFinds(string filters)
    {
        var all = filters.Split(' ').Aggregate(new List<string>(), Joined).Select(text => MetadataFilter.TryParse(text, out var filter, out var fault) ? filter : throw new ArgumentException(fault)).ToList();
        var found = await LinesAsync(FaroQueries.LinesOfOtherSessions(Scope, LineParser.Mixed, all, []));

        var expected = _app.Records.Where(record => record.Text(FaroFields.EventName) != FaroEventNames.RecordingEvent && all.GroupBy(filter => (filter.Key, filter.Operator)).All(group => Holds(group, record)));
        Assert.Equal(Texts(expected), Texts(found));
    }

    [Fact]
    public async Task OtherSessions_BesideKnownOnes_AreThoseNotKnown()
    {
        // The third session continues the second: each of its lines holds that id too.
        var found = await LinesAsync(FaroQueries.LinesOfOtherSessions(Scope, LineParser.Mixed, [], [PushedApp.Sessions[0], PushedApp.Sessions[1]]));

        Assert.Equal([PushedApp.Sessions[2]], found.Select(record => record.Meta.SessionId).Distinct());
    }

    [Fact]
    public async Task SessionLines_OfASession_AreItsOwnAlone()
    {
        var found = await LinesAsync(FaroQueries.SessionLines(Scope, LineParser.Mixed, PushedApp.Sessions[1]));
        var next = await LinesAsync(FaroQueries.NextSessionLines(Scope, LineParser.Mixed, PushedApp.Sessions[1]));

        Assert.Equal(Texts(_app.Records.Where(record => record.Meta.SessionId == PushedApp.Sessions[1] && record.Text(FaroFields.EventName) != FaroEventNames.RecordingEvent)), Texts(found));
        Assert.Equal([PushedApp.Sessions[2]], next.Select(record => record.Meta.SessionId).Distinct());
    }

    [Theory]
    [InlineData(LineParser.Mixed)]
    [InlineData(LineParser.Logfmt)]
    [InlineData(LineParser.Json)]
    public async Task SessionCounters_OfSessions_AreWhatTheRecordsSay(LineParser parser)
    {
        var grid = StepGrid.Cover(_app.Range, 24);
        var answer = await Loki.QueryRangeAsync(FaroQueries.SessionCounters(Scope, parser, PushedApp.Sessions, grid.Step), grid, Cancellation);

        var expected = _app.Records
            .Where(record => record.Text(FaroFields.EventName) != FaroEventNames.RecordingEvent)
            .Where(record => parser == LineParser.Mixed || record.Format == (parser == LineParser.Json ? FaroLineFormat.Json : FaroLineFormat.Logfmt))
            .GroupBy(record => $"{record.Meta.SessionId} {CategoryOf(record)}").Select(group => $"{group.Key} {group.Count()}").Order();
        Assert.Equal(expected, answer.Series.Select(series => $"{series.Labels["session_id"]} {series.Labels["category"]} {series.Sum()}").Order());
    }

    [Fact]
    public async Task Lines_ByAppKindAndBytes_AreCounted()
    {
        var grid = StepGrid.Cover(_app.Range, 24);
        var byApp = await Loki.QueryRangeAsync(LinesByApp(grid.Step), grid, Cancellation);
        var byKind = await Loki.QueryRangeAsync(LinesByKind(grid.Step), grid, Cancellation);
        var bytes = await Loki.QueryRangeAsync(BytesByApp(grid.Step), grid, Cancellation);
        var atOnce = await Loki.QueryAsync(LinesByApp(TimeSpan.FromHours(2)), _app.Range.To, Cancellation);

        Assert.Equal(_app.Lines.Count, byApp.Series.Single().Sum());
        Assert.Equal(_app.Lines.Count, atOnce.Series.Single().Sum());
        Assert.Equal(
            _app.Lines.GroupBy(line => line.Kind).Select(group => $"{group.Key} {group.Count()}").Order(),
            byKind.Series.Select(series => $"{series.Labels["kind"]} {series.Sum()}").Order());
        Assert.Equal(_app.Lines.Sum(line => System.Text.Encoding.UTF8.GetByteCount(line.Text)), bytes.Series.Single().Sum());
        Assert.True(byApp.Executed.Lines >= _app.Lines.Count, $"{byApp.Executed}");
    }

    [Fact]
    public async Task Labels_OfTheApp_AreListed()
    {
        var selector = Scope.Select();
        var names = await Loki.LabelsAsync(_app.Range, selector, Cancellation);

        Assert.Superset(new HashSet<string> { "app_environment", "app_name", "kind" }, names.ToHashSet());
        Assert.Contains(_app.Name, await Loki.LabelValuesAsync("app_name", _app.Range, null, Cancellation));
        Assert.Equal(["event", "exception", "log", "measurement"], (await Loki.LabelValuesAsync("kind", _app.Range, selector, Cancellation)).Order());
        Assert.Empty(await Loki.LabelValuesAsync("no_such_label", _app.Range, selector, Cancellation));
        var streams = await Loki.SeriesAsync(selector, _app.Range, Cancellation);
        Assert.Equal(["event", "exception", "log", "measurement"], streams.Select(stream => stream["kind"]).Order());
    }

    [Fact]
    public async Task Index_OfTheApp_KnowsItsSize()
    {
        var stats = await Loki.IndexStatsAsync(Scope.Select(), _app.Range, Cancellation);

        // The index of a real server learns of new data late.
        Assert.True(stats.Streams >= 0 && stats.Entries >= 0 && stats.Bytes >= 0);
        try
        {
            var volumes = await Loki.VolumeAsync(Scope.Select(), _app.Range, ["app_name"], 10, Cancellation);
            Assert.All(volumes, volume => Assert.Equal(_app.Name, volume.Labels["app_name"]));
        }
        catch (BackendException failure) when (failure.Fault == BackendFault.NotFound)
        {
            Assert.Contains("not found", failure.Detail, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Server_OfTheClient_SaysWhatItIs()
    {
        await Loki.CheckReadyAsync(Cancellation);

        Assert.NotEmpty((await Loki.BuildInfoAsync(Cancellation)).Version);
        Assert.StartsWith("{", await Loki.FormatQueryAsync("""{ app_name="x" }|="y" """, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_OfTheServer_HaveTheirFaults()
    {
        Assert.Equal(BackendFault.BadQuery, (await Assert.ThrowsAsync<BackendException>(() => Loki.FormatQueryAsync("{app_name=", Cancellation))).Fault);

        var tooFine = new StepGrid(_app.Range.From, _app.Range.To, TimeSpan.FromMilliseconds(100));
        var points = await Assert.ThrowsAsync<BackendException>(() => Loki.QueryRangeAsync(LinesByApp(tooFine.Step), tooFine, Cancellation));
        Assert.Equal((BackendFault.LimitExceeded, 400), (points.Fault, points.Status));

        await using var greedy = new LokiClients(await UrlAsync(), null, ("MaxEntries", "100000"));
        var limit = await Assert.ThrowsAsync<BackendException>(() => greedy.Loki.ReadPageAsync(new LogRequest(FaroQueries.LatestLines(Scope), _app.Range) { PageSize = 60_000 }, Cancellation));
        Assert.Equal(BackendFault.LimitExceeded, limit.Fault);
    }

    [Fact]
    public async Task Texts_OfAnyKind_BreakNothingAndFindNothing()
    {
        foreach (var text in new[] { "\"} or {app_name=~\".+\"}", "x` |= `y", "a\nb", "\0", "\uD83D", "(a+)+$", "{{ __line__ }}", new string('字', 256) })
        {
            Assert.Empty(await LinesAsync(FaroQueries.SessionLines(Scope, LineParser.Mixed, text)));
            Assert.Empty(await LinesAsync(FaroQueries.SessionStarts(new FaroScope(Loki.Labels, [text]), LineParser.Mixed, [])));
            Assert.Empty(await LinesAsync(FaroQueries.LinesOfOtherSessions(Scope, LineParser.Mixed, [new("user_id", FilterOperator.Is, text), new("page_url", FilterOperator.Contains, text)], [text])));
        }
    }

    [Fact]
    public async Task LatestLine_OfAnApp_IsItsLastSignOfLife()
    {
        var page = await Loki.ReadPageAsync(new LogRequest(FaroQueries.LatestLines(Scope), _app.Range) { PageSize = 1 }, Cancellation);

        Assert.Equal(_app.Lines.Max(line => line.Nanosecond), page.Records.Single().ArrivalNanoseconds);
    }

    private async Task<List<FaroRecord>> LinesAsync(LogQuery query)
    {
        var lines = new List<FaroRecord>();
        await foreach (var page in Loki.ReadAllAsync(new LogRequest(query, _app.Range), 100_000, Cancellation)) lines.AddRange(page.Records);
        return lines;
    }

    private async Task WaitUntilVisibleAsync()
    {
        for (var i = 0; i < 100; i++)
        {
            if ((await LinesAsync(FaroQueries.LatestLines(Scope))).Count == _app.Lines.Count) return;
            await Task.Delay(100, Cancellation);
        }
        Assert.Fail("The lines that were pushed did not become visible.");
    }

    private static string CategoryOf(FaroRecord record)
    {
        var category = FaroCategories.Of(record);
        var isPoor = category == FaroCategory.Vital && record.Text(FaroFields.ContextRating) == "poor";
        return isPoor ? $"poor-{FaroWebVital.Of(record)?.Name}" : FaroCategories.Word(category);
    }

    private static bool Holds(IGrouping<(string Key, FilterOperator Operator), MetadataFilter> filters, FaroRecord record)
    {
        var value = record.Text(filters.Key.Key) ?? "";
        return filters.Key.Operator switch
        {
            FilterOperator.Is => filters.Any(filter => filter.Value == value),
            FilterOperator.IsNot => filters.All(filter => filter.Value != value),
            _ => filters.All(filter => value.Contains(filter.Value, StringComparison.OrdinalIgnoreCase)),
        };
    }

    // A blank inside a value is no end of a filter: only a part with a colon begins one.
    private static List<string> Joined(List<string> filters, string part)
    {
        if (part.Contains(':', StringComparison.Ordinal)) filters.Add(part);
        else filters[^1] += " " + part;
        return filters;
    }

    private static IEnumerable<string> Texts(IEnumerable<FaroRecord> records) => records.Select(record => record.ToString()).Order(StringComparer.Ordinal);

    private MetricQuery LinesByApp(TimeSpan step) => MetricQuery.CountLines(new MetricPipeline(Scope.Select()), step).SumBy(Scope.Names.App, Scope.Names.Environment);

    private MetricQuery LinesByKind(TimeSpan step) => MetricQuery.CountLines(new MetricPipeline(Scope.Select()), step).SumBy(Scope.Names.App, "kind");

    private MetricQuery BytesByApp(TimeSpan step) => new MetricQuery.OfLines(LineFunction.BytesOverTime, new MetricPipeline(Scope.Select()), step).SumBy(Scope.Names.App);
}
