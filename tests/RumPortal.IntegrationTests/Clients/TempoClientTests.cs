using System.Globalization;
using System.Text.Json;
using RumPortal.Clients.Http;
using RumPortal.Clients.Querying;
using RumPortal.Clients.Tempo;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;
using RumPortal.Testing.Conformance;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>
/// The client against a Tempo that it knows by its address only and that holds the spans of the conformance data. Derived classes say which.
/// </summary>
public abstract class TempoClientTests : IAsyncLifetime
{
    private static readonly TimeRange Range = new(DateTimeOffset.FromUnixTimeSeconds(1_795_132_800), DateTimeOffset.FromUnixTimeSeconds(1_795_154_400));
    private static readonly TraceSearch Everything = new(Range, 10_000, TraceSearch.MostSpansPerTrace);

    private TempoClients? _clients;

    protected abstract Task<(Uri Url, string Tenant)> ServerAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TempoClient Tempo => _clients?.Tempo ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        var (url, tenant) = await ServerAsync();
        _clients = new TempoClients(url, ("Tenant", tenant));
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_clients is not null) await _clients.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("trace-linked-v2")]
    [InlineData("trace-frontend-only")]
    [InlineData("trace-backend-only")]
    public async Task Trace_ThatIsThere_HasTheSpansOfTheRecordedAnswer(string id)
    {
        var recorded = KitAnswers.OfTempo.Single(answer => answer.Id == id);

        var answer = await Tempo.TraceAsync(Id(recorded.Path.Split('/')[^1]), Range, Cancellation);

        Assert.Null(answer.CutShort);
        Assert.Equal(RecordedSpans(recorded.Root).Order(), answer.Trace!.Spans.Select(span => $"{span.Resource.Service} {span.Kind} {span.Name} {span.Start} {span.End} {span.Attributes.Count}").Order());
    }

    [Theory]
    [InlineData("ffffffffffffffffffffffffffffffff")]
    [InlineData("1")]
    public async Task Trace_ThatIsNotThere_IsMissing(string id) =>
        Assert.Equal((null, null), await Tempo.TraceAsync(Id(id), Range, Cancellation) is var answer ? (answer.Trace, answer.CutShort) : default);

    [Fact]
    public async Task Trace_OutsideItsWindow_IsFoundAllTheSame()
    {
        var day = new TimeRange(Range.From.AddDays(-30), Range.From.AddDays(-29));

        Assert.NotNull((await Tempo.TraceAsync(Id("666cbeb5609b8b578c5cca6e9e87f785"), day, Cancellation)).Trace);
    }

    public static TheoryData<string> RecordedSearches => [.. Searches.Keys];

    [Theory]
    [MemberData(nameof(RecordedSearches))]
    public async Task Search_AsItWasRecorded_FindsTheSameTraces(string id)
    {
        var answer = await Tempo.SearchAsync(Searches[id], Everything with { Limit = 1000 }, Cancellation);

        var recorded = KitAnswers.OfTempo.Single(item => item.Id == id).Root.GetProperty("traces").EnumerateArray().Select(trace =>
            $"{Id(trace.GetProperty("traceID").GetString()!)} {trace.GetProperty("rootServiceName").GetString()} {trace.GetProperty("rootTraceName").GetString()} {trace.GetProperty("spanSets")[0].GetProperty("matched").GetInt32()}");
        Assert.Equal(recorded.Order(), answer.Traces.Select(trace => $"{trace.Id} {trace.RootService} {trace.RootName} {trace.Matched}").Order());
        Assert.Equal((false, null), (answer.ReachedLimit, answer.CutShort));
    }

    [Fact]
    public async Task ClientSpans_OfAnApp_CarryWhatTheirRequestsWere()
    {
        var answer = await Tempo.SearchAsync(TraceQueries.ClientSpans("shop-web"), Everything, Cancellation);

        var spans = answer.Traces.SelectMany(trace => trace.Spans).ToList();
        Assert.True(spans.Count > 500, $"only {spans.Count} spans");
        Assert.All(spans, span =>
        {
            Assert.StartsWith("http", span.Attributes.Text("url.full", "http.url"), StringComparison.Ordinal);
            Assert.NotNull(span.Attributes.Text("session.id"));
            Assert.NotNull(span.Attributes.Text("service.version"));
            Assert.Equal(("shop-web", "client"), (span.Attributes.Text("service.name"), span.Attributes.Text("kind")));
        });
        Assert.Equal(answer.Traces.OrderByDescending(trace => trace.Start).Select(trace => trace.Start), answer.Traces.Select(trace => trace.Start));
    }

    [Fact]
    public async Task LinkedClientSpans_OfAnApp_AreShownWithTheirServersSpans()
    {
        var all = await Tempo.SearchAsync(TraceQueries.ClientSpans("shop-web"), Everything, Cancellation);
        var linked = await Tempo.SearchAsync(TraceQueries.LinkedClientSpans("shop-web"), Everything, Cancellation);
        var withBackend = await Tempo.SearchAsync(TraceQueries.ClientSpansWithBackend("shop-web"), Everything, Cancellation);

        Assert.InRange(linked.Traces.Length, 1, all.Traces.Length - 1);
        Assert.All(linked.Traces, trace => Assert.Equal(["client", "server"], trace.Spans.Select(span => span.Attributes.Text("kind")).Distinct().Order()));
        Assert.Equal(linked.Traces.Select(trace => trace.Id.Value).Order(), withBackend.Traces.Select(trace => trace.Id.Value).Order());
    }

    [Fact]
    public async Task RootServerSpans_OfTheData_AreThoseWithoutAParent()
    {
        var answer = await Tempo.SearchAsync(TraceQueries.RootServerSpans(), Everything, Cancellation);

        var roots = KitSpans.Traces.SelectMany(trace => trace.Spans).Where(span => span is { Kind: SpanKind.Server, ParentId: null }).Select(span => span.Id.ToString());
        Assert.Equal(roots.Order(), answer.Traces.SelectMany(trace => trace.Spans).Select(span => span.Id.ToString()).Order());
        Assert.All(answer.Traces, trace => Assert.Equal("traefik", Assert.Single(trace.Spans).Attributes.Text("service.name")));
    }

    [Fact]
    public async Task Search_OfThreeWeeks_FindsWhatItsPiecesHold()
    {
        var query = TraceQueries.Matching(new TraceFilter { Service = "cart-api", Status = SpanStatus.Error });
        var hours = await Tempo.SearchAsync(query, Everything, Cancellation);
        var weeks = await Tempo.SearchAsync(query, Everything with { Range = new TimeRange(Range.From.AddDays(-18), Range.To.AddDays(3)) }, Cancellation);

        Assert.NotEmpty(hours.Traces);
        Assert.Equal(hours.Traces.Select(trace => trace.Id), weeks.Traces.Select(trace => trace.Id));
    }

    [Fact]
    public async Task Filters_OfAList_AllCount()
    {
        var session = (await Tempo.SearchAsync(TraceQueries.ClientSpans("shop-web"), Everything with { Limit = 1 }, Cancellation)).Traces[0].Spans[0].Attributes.Text("session.id")!;
        var ofSession = await Tempo.SearchAsync(TraceQueries.Matching(new TraceFilter { Apps = ["shop-web"], Session = session }), Everything, Cancellation);
        var slow = await Tempo.SearchAsync(TraceQueries.Matching(new TraceFilter { Apps = ["shop-web"], Service = "cart-api", AtLeast = TimeSpan.FromMilliseconds(500) }), Everything, Cancellation);
        var routes = await Tempo.SearchAsync(TraceQueries.Matching(new TraceFilter { Apps = ["shop-web", "docs-site"], Route = "PAY." }), Everything, Cancellation);

        Assert.NotEmpty(ofSession.Traces);
        Assert.All(ofSession.Traces.SelectMany(trace => trace.Spans), span => Assert.Equal(session, span.Attributes.Text("session.id")));
        Assert.NotEmpty(slow.Traces);
        Assert.All(slow.Traces, trace => Assert.True(trace.Duration >= TimeSpan.FromMilliseconds(500)));
        Assert.NotEmpty(routes.Traces);
        Assert.All(routes.Traces, trace => Assert.Contains(trace.Spans, span => span.Attributes.Text("url.full", "http.url")?.Contains("pay.", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Limit_ThatIsReached_IsTold()
    {
        var answer = await Tempo.SearchAsync(Spanset.All.Query(), new TraceSearch(Range, 5, 1), Cancellation);

        Assert.Equal((5, true, null), (answer.Traces.Length, answer.ReachedLimit, answer.CutShort));
        Assert.All(answer.Traces, trace => Assert.Single(trace.Spans));
    }

    [Fact]
    public async Task Query_ThatIsBroken_IsToldWithTheServersWords()
    {
        var failure = await Assert.ThrowsAsync<BackendException>(() => Tempo.SearchAsync(TraceQuery.Raw("{ resource.service.name = }"), Everything, Cancellation));

        Assert.Equal((BackendFault.BadQuery, "Tempo could not read the query.", 400), (failure.Fault, failure.Message, failure.Status));
        Assert.Contains("parse error at line 1, col 27", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_OfTheData_AreListed()
    {
        var resource = Assert.Single(await Tempo.TagsAsync("resource", Range, Cancellation));
        var services = await Tempo.TagValuesAsync(TraceField.Resource("service.name"), null, Range, Cancellation);
        var failing = await Tempo.TagValuesAsync(TraceField.Resource("service.name"), TraceField.Name.Is("SELECT carts"), Range, Cancellation);

        Assert.Equal("resource", resource.Scope);
        Assert.Superset(new HashSet<string> { "service.name", "service.version", "telemetry.sdk.language" }, resource.Names.ToHashSet());
        Assert.Equal(["admin-console", "cart-api", "docs-site", "shop-web", "traefik"], services.Select(value => value.Text).Order());
        Assert.Equal(["cart-api"], failing.Select(value => value.Text));
        Assert.Empty(await Tempo.TagValuesAsync(TraceField.Span("nope"), null, Range, Cancellation));
    }

    [Fact]
    public async Task Counts_OverTime_HoldEachSpanOnce()
    {
        var query = new TraceMetricQuery.CountOverTime(Spanset.Where(TraceField.Kind.Is(SpanKind.Server)), TraceField.Resource("service.name"));
        var answer = await Tempo.MetricsRangeAsync(query, StepGrid.Cover(Range.Widen(TimeSpan.FromHours(1), TimeSpan.FromHours(1)), TimeSpan.FromMinutes(30)), Cancellation);

        Assert.Equal(Completeness.Complete, answer.Completeness);
        var servers = KitSpans.Traces.SelectMany(trace => trace.Spans).Where(span => span.Kind == SpanKind.Server).CountBy(span => span.Resource.Service);
        Assert.Equal(
            servers.Select(service => $"{service.Key} {service.Value}").Order(),
            answer.Series.Select(series => string.Create(CultureInfo.InvariantCulture, $"{series.Labels.Single().Value} {series.Sum()}")).Order());
    }

    [Fact]
    public async Task Server_ThatRuns_IsReadyAndNamesItsVersion()
    {
        await Tempo.CheckReadyAsync(Cancellation);

        Assert.NotEqual("", (await Tempo.BuildInfoAsync(Cancellation)).Version);
    }

    private static IReadOnlyDictionary<string, TraceQuery> Searches { get; } = new Dictionary<string, TraceQuery>
    {
        ["search-session"] = TraceQuery.Raw("""{ span.session.id = "bgLhh6XKdR" }"""),
        ["search-service-error"] = TraceQuery.Raw("""{ resource.service.name = "cart-api" && status = error }"""),
        ["search-kind"] = Spanset.Where(TraceField.Kind.Is(SpanKind.Client), TraceField.Resource("service.name").Is("shop-web"), TraceField.Span("http.response.status_code").Is(503)).Query(),
        ["search-url-regex"] = TraceQuery.Raw("""{ span.url.full =~ "https://pay.*" }"""),
        ["search-child"] = Spanset.Where(TraceField.Resource("service.name").Is("shop-web")).With(
            SpansetOperator.Child, Spanset.Where(TraceField.Resource("service.name").Is("traefik"), TraceField.Status.Is(SpanStatus.Error))).Query(),
        ["search-name"] = Spanset.Where(TraceField.Name.Is("SELECT carts"), TraceField.Duration.IsAbove(TimeSpan.FromMilliseconds(600))).Query(),
        ["search-count"] = Spanset.Where(TraceField.Resource("service.name").Is("cart-api")).Query(new TraceStage.Count(FieldComparison.Greater, 2)),
        ["search-none"] = TraceQuery.Raw("""{ resource.service.name = "nope" }"""),
    };

    private static TraceId Id(string text) => TraceId.TryParse(text, out var id, out var fault) ? id : throw new InvalidOperationException(fault);

    private static IEnumerable<string> RecordedSpans(JsonElement root) =>
        from resource in root.GetProperty("trace").GetProperty("resourceSpans").EnumerateArray()
        let service = resource.GetProperty("resource").GetProperty("attributes").EnumerateArray().Single(item => item.GetProperty("key").GetString() == "service.name").GetProperty("value").GetProperty("stringValue").GetString()
        from scope in resource.GetProperty("scopeSpans").EnumerateArray()
        from span in scope.GetProperty("spans").EnumerateArray()
        let kind = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(span.GetProperty("kind").GetString()!["SPAN_KIND_".Length..].ToLowerInvariant())
        select $"{service} {kind} {span.GetProperty("name").GetString()} {span.GetProperty("startTimeUnixNano").GetString()} {span.GetProperty("endTimeUnixNano").GetString()} {span.GetProperty("attributes").GetArrayLength()}";
}
