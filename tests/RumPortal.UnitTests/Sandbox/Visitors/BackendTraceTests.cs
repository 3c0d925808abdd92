using RumPortal.Sandbox.Visitors.Backends;

namespace RumPortal.UnitTests.Sandbox.Visitors;

/// <summary>The evidence that a day of visitors leaves in the backends, as a doctor for propagation would look for it.</summary>
public sealed class BackendTraceTests(VisitorDay day) : IClassFixture<VisitorDay>
{
    private static readonly HashSet<string> Broken =
    [
        "POST api.example.test/cart/items", "GET search.example.test/suggest", "GET reviews.example.test/products/:id/reviews",
        "GET api.example.test/shipping/quotes", "GET legacy.example.test/orders/:id", "GET api.example.test/recommendations",
        "GET loyalty.example.test/points", "POST pay.thirdparty.test/v1/charges", "GET id.example.test/me/devices",
    ];

    private readonly ILookup<(string, string), BackendSpan> _roots =
        day.BackendSpans.Where(span => span.ParentId is null).ToLookup(span => (Text(span, "server.address"), Text(span, "url.path")));

    [Fact]
    public void Routes_NotBroken_AreLinkedWheneverTheyWereAnswered()
    {
        var answered = day.Requests.Where(r => !Broken.Contains(r.Route) && r.Status != 0).ToArray();

        Assert.True(answered.Length > 10_000);
        Assert.All(answered, r => Assert.True(IsLinked(r), $"{r.Route} {r.Status} {r.TraceId}"));
    }

    [Fact]
    public void Requests_NeverAnswered_LeaveNothingInTheirTrace()
    {
        var lost = day.Requests.Where(r => r.Status == 0).ToArray();

        Assert.NotEmpty(lost);
        Assert.All(lost, r => Assert.Empty(day.BackendTraces[r.TraceId]));
    }

    [Fact]
    public void CartItems_Stripped_BeganWithRelease118()
    {
        var answered = Of("POST api.example.test/cart/items").Where(r => r.Status != 0).ToArray();
        var byVersion = answered.GroupBy(r => r.Version).ToDictionary(g => g.Key, g => g.Average(r => IsLinked(r) ? 1 : 0));

        Assert.Equal(new() { ["116"] = 1.0, ["117"] = 1.0, ["118"] = 0.0, ["119-rc.1"] = 0.0 }, byVersion);
        Assert.All(answered.Where(r => r.Version == "118"), r => Assert.NotEmpty(RootsAt(r)));
    }

    [Theory]
    [InlineData("GET search.example.test/suggest")]
    [InlineData("GET id.example.test/me/devices")]
    public void Route_WithoutItsHeader_HasARootOfTheSamePathThatTellsNothing(string route)
    {
        var requests = Of(route).Where(r => r.Status != 0).ToArray();

        Assert.True(requests.Length > 200);
        Assert.All(requests, r =>
        {
            Assert.Empty(day.BackendTraces[r.TraceId]);
            Assert.Contains(RootsAt(r), root => root.Link is null && root.Ids.TraceId.Length == 32 && !root.Ids.TraceId.StartsWith("0000000000000000", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void ShippingQuotes_Restarted_LinkTheRootToTheBrowser()
    {
        var links = day.BackendSpans.Where(span => span.Link is not null).ToArray();

        Assert.Equal(
            Of("GET api.example.test/shipping/quotes").Where(r => r.Status != 0).Select(r => (r.TraceId, r.SpanId)).Order(),
            links.Select(span => (span.Link!.TraceId, span.Link.SpanId)).Order());
        Assert.All(links, span => Assert.Null(span.ParentId));
    }

    [Fact]
    public void LegacyOrders_OfAJaegerIngress_HaveTraceIdsOf64Bits()
    {
        var requests = Of("GET legacy.example.test/orders/:id").Where(r => r.Status != 0).ToArray();

        Assert.True(requests.Length > 200);
        Assert.All(requests, r => Assert.Contains(RootsAt(r), root =>
            root.Ids.TraceId.StartsWith("0000000000000000", StringComparison.Ordinal) && root.Attributes.Contains(("internal.span.format", "jaeger"))));
    }

    [Fact]
    public void Recommendations_SampledOut_NameAParentThatNobodyHas()
    {
        var reached = Of("GET api.example.test/recommendations").Where(r => r.Status is not (0 or 429 or 502 or 503 or 504)).ToArray();

        Assert.True(reached.Length > 1_000);
        Assert.All(reached, r =>
        {
            var spans = day.BackendTraces[r.TraceId].ToArray();
            var top = Assert.Single(spans, span => spans.All(other => other.Ids.SpanId != span.ParentId));
            Assert.Equal("shop-api", top.Service.Name);
            Assert.NotEqual(r.SpanId, top.ParentId);
            Assert.NotNull(top.ParentId);
        });
    }

    [Fact]
    public void Reviews_PreflightRefused_LeaveAnOptionsSpanAndNoRequest()
    {
        var requests = Of("GET reviews.example.test/products/:id/reviews").ToArray();

        Assert.True(requests.Length > 100);
        Assert.All(requests, r =>
        {
            Assert.Equal(0, r.Status);
            Assert.Contains(RootsAt(r), root => root.Name == "OPTIONS" && root.Attributes.Contains(("http.response.status_code", 403)));
        });
        Assert.Equal(requests.Length, day.BackendSpans.Count(span => span.Service.Name is "reviews-gateway" or "reviews-api"));
    }

    [Theory]
    [InlineData("loyalty.example.test", 200)]
    [InlineData("pay.thirdparty.test", 100)]
    public void Host_WithoutTracing_LeavesNothing(string host, int atLeast)
    {
        Assert.True(day.Requests.Count(r => r.Url.Host == host) > atLeast);
        Assert.DoesNotContain(day.BackendSpans, span => span.Attributes.Contains(("server.address", host)));
    }

    [Fact]
    public void Documents_OfEveryPageButOrders_NameTheirTrace()
    {
        var navigations = day.Events.Where(e => e.Event.Name == "faro.performance.navigation").ToLookup(e => e.Event.Trace.TraceId.Length > 0);

        Assert.All(navigations[false], e => Assert.Equal(("shop-web", "/orders/:id"), (e.Meta.App.Name, e.Meta.Page.Id)));
        Assert.True(navigations[false].Count() > 50);
        Assert.All(navigations[true], e =>
        {
            var served = Assert.Single(day.BackendTraces[e.Event.Trace.TraceId]);
            Assert.Equal((e.Event.Trace.SpanId, null, BackendSpanKind.Server), (served.Ids.SpanId, served.ParentId, served.Kind));
            Assert.Contains(("url.path", new Uri(e.Event.Attributes["name"]).AbsolutePath), served.Attributes);
        });
    }

    [Fact]
    public void Spans_OfOneTrace_LieInsideTheirParents()
    {
        foreach (var trace in day.BackendTraces)
        {
            var byId = trace.ToDictionary(span => span.Ids.SpanId);
            foreach (var span in trace)
            {
                if (span.ParentId is null || !byId.TryGetValue(span.ParentId, out var parent)) continue;
                Assert.True(span.Start >= parent.Start && span.End <= parent.End, $"{span.Name} in {parent.Name}");
                Assert.True(span.Duration > TimeSpan.Zero);
            }
        }
    }

    [Fact]
    public void Errors_OfServers_AreThoseWithAServersStatus() => Assert.All(
        day.BackendSpans.Where(span => span.Kind == BackendSpanKind.Server),
        span => Assert.Equal(span.IsError, (int)span.Attributes.Single(a => a.Key == "http.response.status_code").Value >= 500));

    [Fact]
    public void Exports_OfTheStaff_AreAWideAndADeepTraceOfTheNewestHour()
    {
        var traces = Of("GET api.example.test/orders/export")
            .Select(r => (Spans: day.BackendTraces[r.TraceId].ToArray(), r.SpanId)).OrderBy(t => t.Spans.Length).ToArray();

        // With the browser's own span the wide one has 10,000.
        Assert.Equal([1_003, 9_999], traces.Select(t => t.Spans.Length));
        Assert.Equal([1_003, 51], traces.Select(t => Depth(t.Spans, t.SpanId)));
        Assert.All(traces, t => Assert.InRange(VisitorDay.Anchor - t.Spans[0].Start, TimeSpan.Zero, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Requests_OfRelease116_FollowTheOldConventions()
    {
        var traced = day.Events.Where(e => e.Event.Name == "faro.tracing.fetch").ToArray();

        Assert.All(traced, e => Assert.Equal(e.Meta.App.Version == "116", e.Event.Attributes.ContainsKey("http.url")));
        Assert.All(traced, e => Assert.NotEqual(e.Meta.App.Version == "116", e.Event.Attributes.ContainsKey("url.full")));
        Assert.All(traced, e => Assert.Equal(e.Meta.App.Version == "116" ? "2.9.0" : "2.12.1", e.Meta.Sdk.Version));
        Assert.InRange(traced.Count(e => e.Meta.App.Version == "116") / (double)traced.Length, 0.03, 0.25);
    }

    private IEnumerable<VisitorRequest> Of(string route) => day.Requests.Where(r => r.Route == route);

    private bool IsLinked(VisitorRequest request) =>
        day.BackendTraces[request.TraceId].Any(span => span.ParentId == request.SpanId && span.Kind == BackendSpanKind.Server);

    private IEnumerable<BackendSpan> RootsAt(VisitorRequest request) => _roots[(request.Url.Host, request.Url.AbsolutePath)];

    private static string Text(BackendSpan span, string key) => (string)span.Attributes.Single(a => a.Key == key).Value;

    /// <summary>Levels under and with the browser's span.</summary>
    private static int Depth(BackendSpan[] spans, string browser)
    {
        var children = spans.ToLookup(span => span.ParentId);
        var (depth, level) = (0, new List<string> { browser });
        while (level.Count > 0) (depth, level) = (depth + 1, [.. level.SelectMany(id => children[id]).Select(span => span.Ids.SpanId)]);
        return depth;
    }
}
