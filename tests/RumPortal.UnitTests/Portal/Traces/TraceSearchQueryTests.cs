using RumPortal.Clients.Http;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Auth;
using RumPortal.Portal.Features.Traces;

namespace RumPortal.UnitTests.Portal.Traces;

public sealed class TraceSearchQueryTests
{
    private const string Shown =
        " | select(resource.service.name, resource.service.version, resource.telemetry.sdk.language, kind, status, span.url.full, span.http.url,"
        + " span.http.response.status_code, span.http.status_code, span.http.request.method, span.http.method, span.session.id, span.session_id,"
        + " span.user.id, span.user.name, span.user.email)";

    private static readonly ViewerScope Admin = new("a", ViewerRole.Admin, [], new HashSet<string>(), new HashSet<string>());
    private static readonly ViewerScope Member = new("m", ViewerRole.Viewer, [], new HashSet<string> { "shop-web", "docs-site" }, new HashSet<string>());

    [Fact]
    public void Query_OfOneApp_NamesIt() =>
        Assert.Equal("""{ resource.service.name = "shop-web" }""" + Shown + " with (most_recent=true)", Text(Member, "shop-web", TraceConditions.None));

    [Fact]
    public void Query_OfEveryApp_IsLimitedToThoseOfTheViewer()
    {
        Assert.StartsWith("""{ resource.service.name = "docs-site" || resource.service.name = "shop-web" } |""", Text(Member, null, TraceConditions.None), StringComparison.Ordinal);
        Assert.StartsWith("{ nestedSetParent < 0 } |", Text(Admin, null, TraceConditions.None), StringComparison.Ordinal);
    }

    [Fact]
    public void Query_WithEveryCondition_AsksThemOfTheRightSpans()
    {
        var conditions = new TraceConditions("payment-api", null, TraceStatus.Error, 503, 500, 3000, "u-17", "k3\"");

        Assert.Equal(
            """{ traceDuration >= 500ms && traceDuration <= 3s && resource.service.name = "shop-web" && (span.session.id = "k3\"" || span.session_id = "k3\"")"""
            + """ && (span.user.id = "u-17" || span.user.name = "u-17" || span.user.email = "u-17") }"""
            + """ && { resource.service.name = "payment-api" && status = error && (span.http.response.status_code = 503 || span.http.status_code = 503) }"""
            + Shown + " with (most_recent=true)",
            Text(Member, "shop-web", conditions));
    }

    [Fact]
    public void Query_OfWhatDidNotFail_AsksThatOfTheBrowsersSpan() => Assert.StartsWith(
        """{ resource.service.name = "shop-web" && status != error } |""", Text(Member, "shop-web", new TraceConditions(Status: TraceStatus.Ok)), StringComparison.Ordinal);

    [Fact]
    public void TraceQl_OfTheViewer_StandsBesideTheScope() => Assert.Equal(
        """({ resource.service.name = "shop-web" }""" + Shown + ") && ({ duration > 1s }) with (most_recent=true)",
        Text(Member, "shop-web", TraceConditions.None with { TraceQl = "{ duration > 1s }" }));

    [Fact]
    public void TraceQl_ThatWouldGetAroundTheScope_IsRefusedAsABadQuery()
    {
        var failure = Assert.Throws<BackendException>(() => Text(Member, "shop-web", TraceConditions.None with { TraceQl = "{ }) || ({ }" }));

        Assert.Equal(BackendFault.BadQuery, failure.Fault);
    }

    [Fact]
    public void App_OfAnotherTeam_IsRefused() => Assert.Throws<AppNotVisibleException>(() => Text(Member, "account-portal", TraceConditions.None));

    [Fact]
    public void Viewer_WithoutApps_AsksNothing() => Assert.Null(TraceSearchQuery.Of(Member with { Apps = new HashSet<string>() }, Question(null, TraceConditions.None)));

    private static string Text(ViewerScope viewer, string? app, TraceConditions conditions) => TraceSearchQuery.Of(viewer, Question(app, conditions))!.ToString();

    private static TraceSearchQuestion Question(string? app, TraceConditions conditions) =>
        new(new TimeRange(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1)), app, null, [], conditions);
}
