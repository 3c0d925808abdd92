using RumPortal.Sandbox.Loki;
using RumPortal.Sandbox.Ruler;

namespace RumPortal.UnitTests.Sandbox.Ruler;

public sealed class RuleEvaluationTests
{
    private const string ByKind = """sum by (kind) (count_over_time({app="shop"} | logfmt [1m] offset 30s))""";

    [Fact]
    public void Rule_AtATime_StoresItsResultUnderNameAndLabels()
    {
        var ruler = new TestRuler().With(ByKind, labels: [("scheme", "x"), ("kind", "wins")]);
        ruler.Loki.Add(20, "kind=log").Add(29, "kind=log");

        var report = ruler.At(60);

        Assert.Equal((1L, 1L, 0L, 0L), (report.Evaluations, report.Samples, report.Ended, report.Failed));
        Assert.Equal(["""{__name__="m", kind="wins", scheme="x"} 60=2"""], ruler.Stored());
    }

    [Fact]
    public void Window_ThatIsTheInterval_CountsEachLineOnce()
    {
        var ruler = new TestRuler().With(ByKind);
        // 30 and 90 lie on the right edges of windows.
        foreach (var second in new[] { 30, 30.5, 60, 90, 91 }) ruler.Loki.Add(second, "kind=log");

        ruler.Range(60, 180);

        Assert.Equal(["""{__name__="m", kind="log"} 60=1 120=3 180=1"""], ruler.Stored());
    }

    [Fact]
    public void Series_ThatIsGone_IsEndedByAMarker()
    {
        var ruler = new TestRuler().With(ByKind);
        ruler.Loki.Add(10, "kind=log").Add(10, "kind=event").Add(70, "kind=log");

        var reports = new[] { ruler.At(60), ruler.At(120), ruler.At(180) };

        Assert.Equal(["""{__name__="m", kind="event"} 60=1 120=stale""", """{__name__="m", kind="log"} 60=1 120=1 180=stale"""], ruler.Stored());
        Assert.Equal([0L, 1L, 1L], reports.Select(report => report.Ended));
    }

    [Fact]
    public void Range_OverHours_StoresWhatInstantsWouldStore()
    {
        var random = new Random(7);
        var (instants, range) = (new TestRuler().With(ByKind), new TestRuler().With(ByKind));
        for (var i = 0; i < 3_000; i++)
        {
            var (second, line) = (random.NextDouble() * 20_000, $"kind=k{random.Next(6)} n={i}");
            instants.Loki.Add(second, line);
            range.Loki.Add(second, line);
        }

        for (var second = 60; second <= 20_100; second += 60) instants.At(second);
        range.Range(60, 20_100);

        Assert.Equal(instants.Stored(), range.Stored());
        Assert.Equal(6, range.Stored().Length);
    }

    [Fact]
    public void Range_EvaluatedAgain_ChangesNothing()
    {
        var ruler = new TestRuler().With(ByKind);
        ruler.Loki.Add(10, "kind=log").Add(70, "kind=event");
        ruler.Range(0, 300);
        var first = ruler.Stored();

        ruler.Range(0, 300);

        Assert.Equal(first, ruler.Stored());
    }

    [Fact]
    public void Rule_BeyondTheSeriesLimit_LosesTheWholeEvaluation()
    {
        var ruler = new TestRuler(new LokiOptions { MaxSeries = 3 }).With(ByKind);
        for (var i = 0; i < 4; i++) ruler.Loki.Add(10, $"kind=k{i}");
        ruler.Loki.Add(70, "kind=k0");

        var report = ruler.Range(60, 120);

        var failure = Assert.Single(report.Failures);
        Assert.Equal((2L, 1L, 1L), (report.Evaluations, report.Failed, report.Samples));
        Assert.Equal(("group", "m", TestRuler.Time(60)), (failure.Group, failure.Rule, failure.Time));
        Assert.StartsWith("maximum number of series (3) reached for a single query;", failure.Error, StringComparison.Ordinal);
        Assert.Equal(["""{__name__="m", kind="k0"} 120=1"""], ruler.Stored());
    }

    [Fact]
    public void Health_AfterAFailure_HoldsTheErrorUntilTheNextSuccess()
    {
        var ruler = new TestRuler(new LokiOptions { MaxSeries = 3 }).With(ByKind);
        for (var i = 0; i < 4; i++) ruler.Loki.Add(10, $"kind=k{i}");
        var rule = ruler.Ruler.Groups.All.Single().Rules.Single();
        Assert.Null(rule.Health);

        ruler.At(60);
        var failed = rule.Health?.Error;
        ruler.At(120);

        Assert.StartsWith("maximum number of series", failed, StringComparison.Ordinal);
        Assert.NotNull(rule.Health);
        Assert.Null(rule.Health.Error);
    }

    [Fact]
    public void Line_ThatFailsInThePipeline_SpoilsItsOwnWindowOnly()
    {
        var ruler = new TestRuler().With("""sum(sum_over_time({app="shop"} | logfmt | unwrap n [1m]))""");
        ruler.Loki.Add(10, "n=1").Add(70, "n=many").Add(130, "n=3");

        var report = ruler.Range(60, 180);

        Assert.Equal(["""{__name__="m"} 60=1 180=3"""], ruler.Stored());
        Assert.Equal(1, report.Failed);
        Assert.StartsWith("pipeline error: 'SampleExtractionErr'", Assert.Single(report.Failures).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""sum by (kind) (count_over_time({app="shop"} | logfmt [1m]))""", 0, "vector contains metrics with the same labelset after applying rule labels")]
    [InlineData("""sum by (n) (count_over_time({app="shop"} | logfmt [1m]))""", 1, "exceeded limit of 1 with 2 series")]
    [InlineData("""{app="shop"}""", 0, "rule result is not a vector or scalar")]
    public void Result_ThatCannotBeStored_IsAFailure(string expression, int limit, string error)
    {
        var ruler = new TestRuler().With(expression, limit: limit, labels: [("kind", "same")]);
        ruler.Loki.Add(10, "kind=a n=1").Add(20, "kind=b n=2");

        var report = ruler.At(60);

        Assert.Equal(error, Assert.Single(report.Failures).Error);
        Assert.Empty(ruler.Stored());
    }

    [Fact]
    public void Number_AsARule_IsASeriesWithoutLabels()
    {
        var ruler = new TestRuler().With("42");

        ruler.Range(60, 120);

        Assert.Equal(["""{__name__="m"} 60=42 120=42"""], ruler.Stored());
    }

    [Theory]
    [InlineData(59, 61, "60")]
    [InlineData(60, 120, "60 120")]
    [InlineData(61, 119, "")]
    [InlineData(7_100, 7_300, "7140 7200 7260")]
    public void Range_OnTheGrid_HoldsTheDueTimesWithBothEnds(double from, double to, string expected)
    {
        var ruler = new TestRuler().With("1");

        ruler.Range(from, to);

        Assert.Equal(expected, string.Join(' ', ruler.Stored().SelectMany(series => series.Split(' ').Skip(1)).Select(sample => sample.Split('=')[0])));
    }

    [Fact]
    public void Interval_ThatIsOverridden_HoldsForTheScheduleOnly()
    {
        var ruler = new TestRuler(options: new RulerOptions { IntervalOverride = TimeSpan.FromSeconds(20) }).With("1");

        ruler.Ruler.EvaluateDue(TestRuler.Time(100), TestRuler.Time(140), TestContext.Current.CancellationToken);
        ruler.Range(200, 300);

        Assert.Equal(["""{__name__="m"} 120=1 140=1 240=1 300=1"""], ruler.Stored());
    }
}
