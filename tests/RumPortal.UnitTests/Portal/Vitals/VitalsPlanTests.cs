using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Features.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class VitalsPlanTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeRange Range = new(Midnight, Midnight.AddHours(6));

    private static readonly StepGrid Hours = new(Midnight.AddHours(1), Range.To, TimeSpan.FromHours(1));

    private static readonly RecordedSet Versions = RecordedSet.Named("app_version,browser_name");
    private static readonly RecordedSet Pages = RecordedSet.Named("page_id");

    [Fact]
    public void Plan_WithoutMetricsBackend_CountsLinesAndSaysNothing() =>
        Assert.Equal(new VitalsPlan(null, null, Range, null), VitalsPlan.Of(null, Select(["app_version"]), Range));

    [Fact]
    public void Plan_OfAFailedBackend_CountsLinesAndSaysWhy()
    {
        var plan = VitalsPlan.Of(new Recordings(null, null, null, "Prometheus cannot be reached."), Select([]), Range);

        Assert.Equal(new VitalsPlan(null, null, Range, "Prometheus cannot be reached. The numbers were counted from the lines in Loki instead."), plan);
        Assert.Equal(VitalsSource.Loki, plan.Source);
    }

    [Fact]
    public void Plan_WhereNothingIsRecorded_CountsLinesAndSaysSo()
    {
        var plan = VitalsPlan.Of(new Recordings(new RecordedIndex([], [], []), null, null, null), Select([]), Range);

        Assert.Equal(new VitalsPlan(null, null, Range, "Nothing is recorded for this app yet, so the numbers were counted from the lines in Loki."), plan);
    }

    [Theory]
    [InlineData("browser_mobile", "", "browser_mobile")]
    [InlineData("app_version", "browser_mobile:true", "browser_mobile")]
    [InlineData("browser_mobile", "user_id:7", "browser_mobile, user_id")]
    [InlineData("app_version page_id", "", "The combination of app_version and page_id")]
    [InlineData("page_id", "app_version:118", "The combination of page_id and app_version")]
    public void Plan_WhereNoSetHoldsTheQuestion_NamesWhatIsMissing(string dimensions, string filter, string missing)
    {
        var plan = VitalsPlan.Of(Recorded(null), Select(dimensions.Split(' '), filter), Range);

        Assert.Equal(new VitalsPlan(null, null, Range, $"{missing} is not recorded, so the numbers were counted from the lines in Loki."), plan);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-100_000)]
    [InlineData(0)]
    [InlineData(10)]
    public void Plan_RecordedForTheWholeRange_ReadsNoLine(int? minutesAfterItsStart)
    {
        var plan = VitalsPlan.Of(Recorded(minutesAfterItsStart), Select(["browser_name"]), Range);

        Assert.Equal(new VitalsPlan(Versions, Range, null, null), plan);
        Assert.Equal(VitalsSource.Prometheus, plan.Source);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(359)]
    public void Plan_RecordedSinceWithinTheRange_SplitsIt(int minutesAfterItsStart)
    {
        // The first sample counts the five minutes before it.
        var since = Midnight.AddMinutes(minutesAfterItsStart - 5);

        var plan = VitalsPlan.Of(Recorded(minutesAfterItsStart), Select(["browser_name"]), Range);

        Assert.Equal((new TimeRange(since, Range.To), new TimeRange(Range.From, since)), (plan.Recorded, plan.Raw));
        Assert.Equal(VitalsSource.Mixed, plan.Source);
        Assert.Equal($"Recorded since {since:yyyy-MM-dd HH:mm} UTC; what is older was counted from the lines in Loki.", plan.Note);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(100_000)]
    public void Plan_RecordedSinceAfterTheRange_CountsLines(int minutesAfterItsStart)
    {
        var plan = VitalsPlan.Of(Recorded(minutesAfterItsStart), Select(["browser_name"]), Range);

        var since = Midnight.AddMinutes(minutesAfterItsStart - 5);
        Assert.Equal(new VitalsPlan(null, null, Range, $"Recorded since {since:yyyy-MM-dd HH:mm} UTC; these numbers were counted from the lines in Loki."), plan);
    }

    [Theory]
    [InlineData(66, 120)]
    [InlineData(65, 60)]
    [InlineData(125, 120)]
    [InlineData(64, 60)]
    public void Plan_OfSteps_AnswersEachFromOneSide(int minutesAfterItsStart, int seam)
    {
        var plan = VitalsPlan.Of(Recorded(minutesAfterItsStart), Select([]), Range).AtStepsOf(Hours);

        Assert.Equal((new TimeRange(Midnight, Midnight.AddMinutes(seam)), new TimeRange(Midnight.AddMinutes(seam), Range.To)), (plan.Raw, plan.Recorded));
        Assert.Equal(VitalsSource.Mixed, plan.Source);
    }

    [Fact]
    public void Plan_OfStepsRecordedSinceTheLastOne_CountsLines()
    {
        var plan = VitalsPlan.Of(Recorded(350), Select([]), Range).AtStepsOf(Hours);

        Assert.Equal((null, null, Range), (plan.Set, plan.Recorded, plan.Raw));
        Assert.StartsWith("Recorded since 2026-11-20 05:45 UTC", plan.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_OfASetThatWasAddedLater_CountsItsPastFromLines()
    {
        var recordings = Recorded(-100_000) with { SinceOfEachSet = [Midnight.AddDays(-60), Midnight.AddHours(3)] };

        Assert.Equal(VitalsSource.Prometheus, VitalsPlan.Of(recordings, Select(["app_version"]), Range).Source);
        Assert.Equal(new TimeRange(Range.From, Midnight.AddMinutes(175)), VitalsPlan.Of(recordings, Select(["page_id"]), Range).Raw);
    }

    [Fact]
    public void Plan_WhereSeveralSetsHoldTheQuestion_TakesTheSmallest()
    {
        Assert.Same(Pages, VitalsPlan.Of(Recorded(null), Select([]), Range).Set);
        Assert.Same(Versions, VitalsPlan.Of(Recorded(null), Select([], "browser_name:Arc"), Range).Set);
    }

    private static Recordings Recorded(int? minutesAfterTheStart) => new(
        new RecordedIndex([RecordedTier.FiveMinutes], [Versions, Pages], []),
        minutesAfterTheStart is { } minutes ? Midnight.AddMinutes(minutes) : null, Range.To, null);

    private static VitalSelection Select(IEnumerable<string> dimensions, string filter = "") => new(new FaroScope(StreamLabelNames.Default, ["shop-web"]))
    {
        Dimensions = [.. dimensions.Select(name => new LabelName(name))],
        Filters = MetadataFilter.TryParse(filter, out var parsed, out _) ? [parsed] : ImmutableArray<MetadataFilter>.Empty,
    };
}
