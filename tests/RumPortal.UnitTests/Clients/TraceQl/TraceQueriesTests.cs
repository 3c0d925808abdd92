using System.Reflection;
using RumPortal.Clients.Tempo;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Domain.Traces;

namespace RumPortal.UnitTests.Clients.TraceQl;

public sealed class TraceQueriesTests
{
    private const string Requests =
        "span.url.full, span.http.url, span.http.response.status_code, span.http.status_code, span.http.request.method, span.http.method, span.session.id, span.session_id";

    private const string Browser =
        $"| select(resource.service.name, kind, {Requests}, resource.service.version, resource.deployment.environment.name, resource.deployment.environment, span.server.address, status) with (most_recent=true)";

    private const string Listed =
        $"| select(resource.service.name, resource.service.version, resource.telemetry.sdk.language, kind, status, {Requests}, span.user.id, span.user.name, span.user.email)";

    private const string List = Listed + " with (most_recent=true)";

    public static TheoryData<TraceQuery, string> Texts => new()
    {
        { TraceQueries.ClientSpans("shop-web"), """{ resource.service.name = "shop-web" && kind = client } """ + Browser },
        { TraceQueries.LinkedClientSpans("shop-web"), """{ resource.service.name = "shop-web" && kind = client } &> { kind = server } | select(kind) with (most_recent=true)""" },
        { TraceQueries.ClientSpansWithBackend("shop-web"), """{ resource.service.name = "shop-web" && kind = client } && { kind = server } | select(kind) with (most_recent=true)""" },
        {
            TraceQueries.RootServerSpans(),
            "{ nestedSetParent < 0 && kind = server } | select(resource.service.name, kind, status, span.url.path, span.http.target, span.http.route, "
            + "span.http.request.method, span.http.method, span.http.response.status_code, span.http.status_code, span.server.address, span.http.host, "
            + "span.http.request.header.traceparent, span.http.request.header.uber-trace-id, span.http.request.header.origin, link:traceID, "
            + ".jaeger.version, span.sampler.type, span.internal.span.format) with (most_recent=true)"
        },
        {
            TraceQueries.Matching(new TraceFilter { Apps = ["shop-web"], Session = "k3VbN8qLwZ" }),
            """{ resource.service.name = "shop-web" && (span.session.id = "k3VbN8qLwZ" || span.session_id = "k3VbN8qLwZ") } """ + List
        },
        {
            TraceQueries.Matching(new TraceFilter { Apps = ["shop-web"], User = "u-7" }),
            """{ resource.service.name = "shop-web" && (span.user.id = "u-7" || span.user.name = "u-7" || span.user.email = "u-7") } """ + List
        },
        { TraceQueries.Matching(new TraceFilter()), "{ nestedSetParent < 0 } " + List },
        { TraceQueries.Matching(new TraceFilter { Service = "cart-api", Status = SpanStatus.Error }), """{ nestedSetParent < 0 } && { resource.service.name = "cart-api" && status = error } """ + List },
        {
            TraceQueries.Matching(new TraceFilter { Apps = ["shop-web", "docs"], AtLeast = TimeSpan.FromSeconds(1), AtMost = TimeSpan.FromMinutes(1), HttpStatus = 503 }),
            """{ traceDuration >= 1s && traceDuration <= 1m && (resource.service.name = "shop-web" || resource.service.name = "docs") } """
            + "&& { span.http.response.status_code = 503 || span.http.status_code = 503 } " + List
        },
        {
            TraceQueries.Matching(new TraceFilter { Route = "/cart" }),
            """{ nestedSetParent < 0 } && { span.http.route =~ "^(?:(?is).*/cart.*)$" || span.url.path =~ "^(?:(?is).*/cart.*)$" || span.http.target =~ "^(?:(?is).*/cart.*)$" """
            + """|| span.url.full =~ "^(?:(?is).*/cart.*)$" || span.http.url =~ "^(?:(?is).*/cart.*)$" } """ + List
        },
        {
            TraceQueries.Matching(new TraceFilter { Apps = ["shop-web"], Environment = "production", Versions = ["118", "119"], HasSucceeded = true }),
            """{ resource.service.name = "shop-web" && (resource.deployment.environment.name = "production" || resource.deployment.environment = "production") """
            + """&& (resource.service.version = "118" || resource.service.version = "119") && status != error } """ + List
        },
        {
            TraceQueries.TryMatching(new TraceFilter { Apps = ["shop-web"] }, "{ span.db.system.name = `x` }", out var query, out _) ? query : TraceQueries.RootServerSpans(),
            """({ resource.service.name = "shop-web" } """ + Listed + ") && ({ span.db.system.name = `x` }) with (most_recent=true)"
        },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Query_ForAFeature_HasItsText(TraceQuery query, string expected) => Assert.Equal(expected, query.ToString());

    [Fact]
    public void Queries_ThatAreReadyMade_AreAllTested() => Assert.Equal(
        typeof(TraceQueries).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name).Order(),
        ((string[])[nameof(TraceQueries.ClientSpans), nameof(TraceQueries.LinkedClientSpans), nameof(TraceQueries.ClientSpansWithBackend), nameof(TraceQueries.RootServerSpans),
            nameof(TraceQueries.Matching), nameof(TraceQueries.TryMatching)]).Order());

    /// <summary>Every query with this text wherever a user's text can go.</summary>
    public static IEnumerable<string> With(string text) =>
    [
        TraceQueries.ClientSpans(text).ToString(),
        TraceQueries.LinkedClientSpans(text).ToString(),
        TraceQueries.ClientSpansWithBackend(text).ToString(),
        TraceQueries.Matching(new TraceFilter { Apps = [text, text], Environment = text, Versions = [text], Service = text, Session = text, User = text }).ToString(),
    ];
}
