using RumPortal.Clients.Querying;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Domain.Traces;

namespace RumPortal.UnitTests.Clients.TraceQl;

public sealed class TraceQlRendererTests
{
    private static readonly Spanset Servers = Spanset.Where(TraceField.Kind.Is(SpanKind.Server));
    private static readonly Spanset Failed = Spanset.Where(TraceField.Status.Is(SpanStatus.Error));

    private static SpanCondition A => TraceField.Span("a").Is(1);

    private static SpanCondition B => TraceField.Span("b").Is("x");

    private static SpanCondition C => TraceField.Any("c").Is(true);

    public static TheoryData<SpanCondition, string> Conditions => new()
    {
        { TraceField.Resource("service.name").Is("shop-web"), """resource.service.name = "shop-web" """ },
        { TraceField.Span("url.full").IsNot("a\"b\\c\n"), """span.url.full != "a\"b\\c\n" """ },
        { TraceField.Span("http.response.status_code").IsAtLeast(500), "span.http.response.status_code >= 500" },
        { TraceField.Span("ratio").IsBelow(0.5), "span.ratio < 0.5" },
        { TraceField.Span("ratio").IsAbove(5.0), "span.ratio > 5.0" },
        { TraceField.Span("n").Is(long.MinValue), "span.n = -9223372036854775808" },
        { TraceField.Span("ok").Is(false), "span.ok = false" },
        { TraceField.Duration.IsAbove(TimeSpan.FromMilliseconds(1500)), "duration > 1500ms" },
        { TraceField.Duration.IsAtLeast(TimeSpan.Zero), "duration >= 0s" },
        { TraceField.TraceDuration.IsAtMost(TimeSpan.FromMinutes(2)), "traceDuration <= 2m" },
        { TraceField.Status.Is(SpanStatus.Error), "status = error" },
        { TraceField.Kind.IsAnyOf(SpanKind.Client, SpanKind.Producer), "kind = client || kind = producer" },
        { TraceField.RootService.Is("a").And(TraceField.RootName.Is("b")), """rootServiceName = "a" && rootName = "b" """ },
        { TraceField.TraceId.Is("0af7651916cd43dd8448eb211c80319c"), """trace:id = "0af7651916cd43dd8448eb211c80319c" """ },
        { TraceField.NestedSetParent.IsBelow(0), "nestedSetParent < 0" },
        { TraceField.ChildCount.Is(0), "span:childCount = 0" },
        { TraceField.Span("a").Exists(), "span.a != nil" },
        { TraceField.Span("a").Is(TraceValue.Nil), "span.a = nil" },
        { TraceField.Span("route").Contains("/a.b?"), """span.route =~ "^(?:(?is).*/a\\.b\\?.*)$" """ },
        { new SpanCondition.Matches(TraceField.Name, Re2.AnyOf(["a", "b|c"]), IsNegated: true), """name !~ "^(?:a|b\\|c)$" """ },
        { A.And(B).And(C), """span.a = 1 && span.b = "x" && .c = true""" },
        { A.Or(B).Or(C), """span.a = 1 || span.b = "x" || .c = true""" },
        { A.And(B.Or(C)), """span.a = 1 && (span.b = "x" || .c = true)""" },
        { A.And(B).Or(C), """(span.a = 1 && span.b = "x") || .c = true""" },
        { TraceField.Event("exception.type").Is("x"), """event.exception.type = "x" """ },
        { TraceField.Link("why").Is("x"), """link.why = "x" """ },
        { TraceField.Instrumentation("version").Is("x"), """instrumentation.version = "x" """ },
        { TraceField.EventName.Is("exception"), """event:name = "exception" """ },
        { TraceField.LinkTraceId.Is("01"), """link:traceID = "01" """ },
        { TraceField.SpanId.Is("01").And(TraceField.ParentId.Is("02")), """span:id = "01" && span:parentID = "02" """ },
        { TraceField.StatusMessage.Is("boom"), """statusMessage = "boom" """ },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Condition_OfAnyKind_HasItsText(SpanCondition condition, string expected) =>
        Assert.Equal($"{{ {expected.TrimEnd()} }}", new TraceQuery.Pipeline(Spanset.Where(condition), [], IsMostRecent: false).ToString());

    public static TheoryData<Spanset, string> Spansets => new()
    {
        { Spanset.All, "{ }" },
        { Spanset.Where(A, B), """{ span.a = 1 && span.b = "x" }""" },
        { Spanset.Where(), "{ }" },
        { Servers.With(SpansetOperator.And, Failed), "{ kind = server } && { status = error }" },
        { Servers.With(SpansetOperator.Or, Failed), "{ kind = server } || { status = error }" },
        { Servers.With(SpansetOperator.Child, Failed), "{ kind = server } > { status = error }" },
        { Servers.With(SpansetOperator.Parent, Failed), "{ kind = server } < { status = error }" },
        { Servers.With(SpansetOperator.Descendant, Failed), "{ kind = server } >> { status = error }" },
        { Servers.With(SpansetOperator.Ancestor, Failed), "{ kind = server } << { status = error }" },
        { Servers.With(SpansetOperator.Sibling, Failed), "{ kind = server } ~ { status = error }" },
        { Servers.With(SpansetOperator.ChildUnion, Failed), "{ kind = server } &> { status = error }" },
        { Servers.With(SpansetOperator.ParentUnion, Failed), "{ kind = server } &< { status = error }" },
        { Servers.With(SpansetOperator.DescendantUnion, Failed), "{ kind = server } &>> { status = error }" },
        { Servers.With(SpansetOperator.AncestorUnion, Failed), "{ kind = server } &<< { status = error }" },
        { Servers.With(SpansetOperator.SiblingUnion, Failed), "{ kind = server } &~ { status = error }" },
        { Servers.With(SpansetOperator.Child, Failed).With(SpansetOperator.And, Spanset.All), "({ kind = server } > { status = error }) && { }" },
    };

    [Theory]
    [MemberData(nameof(Spansets))]
    public void Spanset_OfAnyKind_HasItsText(Spanset spans, string expected) =>
        Assert.Equal(expected, new TraceQuery.Pipeline(spans, [], IsMostRecent: false).ToString());

    public static TheoryData<TraceStage, string> Stages => new()
    {
        { TraceStage.Selecting(TraceField.Span("a"), TraceField.Status, TraceField.Resource("service.name")), "select(span.a, status, resource.service.name)" },
        { new TraceStage.By(TraceField.Resource("service.name")), "by(resource.service.name)" },
        { new TraceStage.Coalesce(), "coalesce()" },
        { new TraceStage.Count(FieldComparison.Greater, 2), "count() > 2" },
        { new TraceStage.Aggregated(SpanAggregate.Avg, TraceField.Duration, FieldComparison.GreaterOrEqual, TimeSpan.FromSeconds(1)), "avg(duration) >= 1s" },
        { new TraceStage.Aggregated(SpanAggregate.Max, TraceField.Span("n"), FieldComparison.Less, 3), "max(span.n) < 3" },
    };

    [Theory]
    [MemberData(nameof(Stages))]
    public void Stage_OfAnyKind_HasItsText(TraceStage stage, string expected)
    {
        Assert.Equal($"{{ kind = server }} | {expected} with (most_recent=true)", Servers.Query(stage).ToString());
        Assert.Equal($"{{ kind = server }} | {expected} | {expected} with (most_recent=true)", Servers.Query(stage, stage).ToString());
    }

    public static TheoryData<TraceMetricQuery, string> Metrics => new()
    {
        { new TraceMetricQuery.Rate(Servers), "{ kind = server } | rate()" },
        { new TraceMetricQuery.CountOverTime(Servers, TraceField.Resource("service.name"), TraceField.Status), "{ kind = server } | count_over_time() by(resource.service.name, status)" },
        { new TraceMetricQuery.QuantileOverTime(Servers, TraceField.Duration, [0.5, 0.95], TraceField.Span("http.route")), "{ kind = server } | quantile_over_time(duration, 0.5, 0.95) by(span.http.route)" },
        { new TraceMetricQuery.AggregateOverTime(Servers, SpanAggregate.Max, TraceField.Duration), "{ kind = server } | max_over_time(duration)" },
    };

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Metric_OfAnyKind_HasItsText(TraceMetricQuery query, string expected) => Assert.Equal(expected, query.ToString());

    [Fact]
    public void Parts_WithoutContent_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => TraceStage.Selecting());
        Assert.Throws<ArgumentException>(() => TraceField.Kind.IsAnyOf());
        Assert.Throws<InvalidOperationException>(() => default(TraceField).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => Spanset.Where(TraceField.Span("a").Is(double.NaN)).Query().ToString());
    }
}
