using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.UnitTests.Sandbox.Tempo;

public sealed class TraceQlSearchTests
{
    [Theory]
    [InlineData("{}", "api cache page pixel query orphan root")]
    [InlineData("{ span.http.status_code = 200 }", "page")]
    [InlineData("{ span.http.status_code = \"200\" }", "pixel")]
    [InlineData("{ span.http.status_code >= 200 }", "api page")]
    [InlineData("{ span.http.status_code != 200 }", "api")]
    [InlineData("{ .http.status_code > 200.5 }", "api")]
    [InlineData("{ span.ratio = 0.5 }", "page")]
    [InlineData("{ span.retried }", "api")]
    [InlineData("{ !span.retried = true }", "")]
    [InlineData("{ !(span.http.status_code = 200) && span.http.status_code != nil }", "api pixel")]
    [InlineData("{ span.http.status_code = nil }", "cache query orphan root")]
    [InlineData("{ nil != span.tags }", "query")]
    [InlineData("{ span.url =~ \"https://shop\" }", "")]
    [InlineData("{ span.url =~ \"https://shop.*\" }", "page")]
    [InlineData("{ span.url !~ `.*other.*` }", "page")]
    [InlineData("{ span.tags = \"slow\" }", "query")]
    [InlineData("{ span.tags != \"slow\" }", "")]
    [InlineData("{ span.tags != \"fast\" }", "query")]
    [InlineData("{ span.tags =~ \"re.*\" }", "query")]
    [InlineData("{ resource.service.name = \"db\" }", "cache query")]
    [InlineData("{ .service.name = \"db\" && name > \"d\" }", "query")]
    [InlineData("{ span.service.name = \"db\" }", "")]
    [InlineData("{ status = error }", "api")]
    [InlineData("{ span:status != unset }", "api")]
    [InlineData("{ kind = server }", "api root")]
    [InlineData("{ span:kind = client && span:duration > 1s && duration <= 2s }", "query")]
    [InlineData("{ duration * 2 > 19s }", "page")]
    [InlineData("{ 3 + 2 * 2 ^ 2 = 11 && name = \"root\" }", "root")]
    [InlineData("{ 7 % 4 = 3 && 7 / 2 = 3 && name = \"root\" }", "root")]
    [InlineData("{ span.http.status_code / 0 = 1 }", "")]
    [InlineData("{ -span.http.status_code = -200 }", "page")]
    [InlineData("{ traceDuration > 5s && nestedSetParent < 0 }", "page")]
    [InlineData("{ trace:rootName = \"page\" && trace:rootService = \"shop\" && name = \"cache\" }", "cache")]
    [InlineData("{ trace:id = \"2\" && name = \"root\" }", "root")]
    [InlineData("{ trace:id = \"00000000000000000000000000000002\" && span:id = \"0000000000000006\" }", "root")]
    [InlineData("{ span:parentID = \"0000000000000002\" }", "cache query")]
    [InlineData("{ childCount = 2 }", "api page")]
    [InlineData("{ nestedSetLeft = 0 }", "orphan")]
    [InlineData("{ nestedSetParent = -1 }", "page root")]
    [InlineData("{ statusMessage = \"\" && name = \"root\" }", "root")]
    public void Filter_OnASpan_FindsThoseItHoldsFor(string query, string expected) => Assert.Equal(expected, TestTempo.WithTwoTraces().Find(query));

    [Theory]
    [InlineData("{ name = \"page\" } > { }", "api pixel")]
    [InlineData("{ name = \"page\" } >> { }", "api cache pixel query")]
    [InlineData("{ name = \"query\" } < { }", "api")]
    [InlineData("{ name = \"query\" } << { }", "api page")]
    [InlineData("{ name = \"query\" } ~ { }", "cache")]
    [InlineData("{ } ~ { name = \"query\" }", "query")]
    [InlineData("{ resource.service.name = \"shop\" } > { resource.service.name = \"cart\" }", "api")]
    [InlineData("{ name = \"page\" } !> { resource.service.name = \"db\" }", "cache query")]
    [InlineData("{ name = \"page\" } !>> { name =~ \"query|page\" }", "page")]
    [InlineData("{ name = \"query\" } !<< { name =~ \"api|pixel\" }", "pixel")]
    [InlineData("{ name = \"query\" } !~ { resource.service.name = \"db\" }", "query")]
    [InlineData("{ name = \"nothing\" } !> { name = \"root\" }", "root")]
    [InlineData("{ name = \"page\" } &> { kind = server }", "api page")]
    [InlineData("{ name = \"query\" } &<< { name = \"page\" }", "page query")]
    [InlineData("{ name = \"query\" } &~ { }", "cache query")]
    [InlineData("{ name = \"root\" } > { name = \"orphan\" }", "")]
    [InlineData("{ name = \"page\" } && { name = \"query\" }", "page query")]
    [InlineData("{ name = \"page\" } && { name = \"root\" }", "")]
    [InlineData("{ name = \"page\" } || { name = \"root\" }", "page root")]
    [InlineData("{ name = \"page\" } >> { name = \"api\" } > { name = \"query\" }", "query")]
    [InlineData("{ name = \"root\" } || { name = \"page\" } > { name = \"pixel\" }", "pixel root")]
    public void Structure_BetweenSpans_FindsTheRightSide(string query, string expected) => Assert.Equal(expected, TestTempo.WithTwoTraces().Find(query));

    [Theory]
    [InlineData("{ } | count() > 2", "api cache page pixel query")]
    [InlineData("{ resource.service.name = \"db\" } | count() = 2", "cache query")]
    [InlineData("{ } | avg(duration) > 4s", "api cache page pixel query")]
    [InlineData("{ } | max(span.http.status_code) = 503", "api cache page pixel query")]
    [InlineData("{ } | min(span.http.status_code) >= 200 | { kind = server }", "api")]
    [InlineData("{ } | sum(duration) < 4s", "orphan root")]
    [InlineData("{ } | avg(span.nothing) < 100", "")]
    [InlineData("{ } | by(resource.service.name) | count() > 1", "[cache query] [page pixel] orphan root")]
    [InlineData("{ } | by(kind) | coalesce() | count() > 2", "api cache page pixel query")]
    [InlineData("{ status = error } | select(span.url, .nothing)", "api")]
    [InlineData("({ name = \"page\" } | count() = 1) && { name = \"api\" }", "api page")]
    [InlineData("count() > 3", "api cache page pixel query")]
    [InlineData("{ } with (most_recent=true)", "api cache page pixel query orphan root")]
    public void Pipeline_OfStages_LeavesTheSetsThatPass(string query, string expected) => Assert.Equal(expected, TestTempo.WithTwoTraces().Find(query));

    [Theory]
    [InlineData("{ name = \"page\" || name = \"root\" && kind = server }", "root")]
    [InlineData("{ name = \"page\" || (name = \"root\" && kind = server) }", "page root")]
    public void Conditions_AndBesideOr_BindEquallyFromTheLeft(string query, string expected) => Assert.Equal(expected, TestTempo.WithTwoTraces().Find(query));

    [Theory]
    [InlineData("{ event:name = \"exception\" }", "failed")]
    [InlineData("{ event:name != \"exception\" }", "failed")]
    [InlineData("{ event.type = \"Timeout\" && event:timeSinceStart = 1s }", "failed")]
    [InlineData("{ .type = \"Timeout\" }", "failed")]
    [InlineData("{ link:traceID = \"000000000000000000000000000000ff\" }", "linked")]
    [InlineData("{ link:spanID = \"0000000000000009\" && link.kind = \"retry\" }", "linked")]
    [InlineData("{ instrumentation:name = \"lib\" && instrumentation:version = \"2\" && instrumentation.team = \"a\" }", "failed")]
    [InlineData("{ event:name = nil }", "linked")]
    public void Filter_OnEventsLinksAndScope_HoldsForAnyOfThem(string query, string expected)
    {
        var resource = new SpanResource(AttributeSet.Empty, "");
        var tempo = new TestTempo().Add(new Span
        {
            Resource = resource,
            Scope = new InstrumentationScope("lib", "2", TestTempo.Attributes(("team", "a")), ""),
            TraceId = 1,
            SpanId = 1,
            Name = "failed",
            Start = 1_000_000_000,
            End = 3_000_000_000,
            Events = [new SpanEvent(1_500_000_000, "sent", AttributeSet.Empty), new SpanEvent(2_000_000_000, "exception", TestTempo.Attributes(("type", "Timeout")))],
        }).Add(new Span
        {
            Resource = resource,
            Scope = new InstrumentationScope("", "", AttributeSet.Empty, ""),
            TraceId = 2,
            SpanId = 2,
            Name = "linked",
            Links = [new SpanLink(255, 9, "", TestTempo.Attributes(("kind", "retry")), 0)],
        });

        Assert.Equal(expected, tempo.Find(query));
    }

    [Fact]
    public void Search_WithMostRecent_BeginsWithTheNewestStart()
    {
        var tempo = new TestTempo().Add(1, 1, 0, "newest", start: 9, end: 10).Add(2, 2, 0, "oldest", start: 1);
        var query = RumPortal.Sandbox.Tempo.TraceQl.Syntax.TraceQlParser.Parse("{} with (most_recent=true)");

        var first = tempo.Backend.Searcher.Search(query, 0, ulong.MaxValue, TestContext.Current.CancellationToken).First();

        Assert.Equal("newest", first.Trace.Root?.Name);
    }
}
