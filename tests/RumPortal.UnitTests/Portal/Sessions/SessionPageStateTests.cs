using System.Collections.Immutable;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Portal.Sessions;

public sealed class SessionPageStateTests
{
    [Theory]
    [InlineData("t=0", 0.0)]
    [InlineData("t=211.296", 211.296)]
    [InlineData("t=172800", 172800.0)]
    [InlineData("", null)]
    [InlineData("t=", null)]
    [InlineData("t=172800.5", null)]
    [InlineData("t=-1", null)]
    [InlineData("t=1e3", null)]
    [InlineData("t=0x10", null)]
    [InlineData("t=NaN", null)]
    [InlineData("t=Infinity", null)]
    [InlineData("t=-Infinity", null)]
    [InlineData("t=∞", null)]
    [InlineData("t=1,5", null)]
    [InlineData("t=٣", null)]
    [InlineData("t=99999999999999999999999999999999999999999999", null)]
    public void Parse_OfAMoment_IsSecondsWithinTwoDays(string query, double? seconds) => Assert.Equal(seconds, Parse(query).Moment?.TotalSeconds);

    [Theory]
    [InlineData("", "")]
    [InlineData("show=error", "error")]
    [InlineData("show=request,error,request", "error,request")]
    [InlineData("show=page-view,nonsense,,ERROR,recording", "page-view")]
    [InlineData("show=error&show=log", "error")]
    public void Parse_OfLanes_TakesThoseThatAreDrawn(string query, string lanes) =>
        Assert.Equal(lanes, string.Join(',', Parse(query).Lanes.Order().Select(FaroCategories.Word)));

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 0)]
    [InlineData(10_000, 0)]
    public void Parse_OfASearch_IsBounded(int length, int expected) => Assert.Equal(expected, Parse("find=" + new string('x', length)).Text.Length);

    [Theory]
    [InlineData("at=2026-11-23T09:01:12.345Z", "2026-11-23T09:01:12.345")]
    [InlineData("at=2026-11-23T09:01:12Z", "2026-11-23T09:01:12.000")]
    [InlineData("at=2026-11-23T17:01:12.3%2B08:00", "2026-11-23T09:01:12.300")]
    [InlineData("at=2026-11-23T09:01:12", "2026-11-23T09:01:12.000")]
    [InlineData("", null)]
    [InlineData("at=", null)]
    [InlineData("at=12:00", null)]
    [InlineData("at=5", null)]
    [InlineData("at=Monday", null)]
    [InlineData("at=2026-11-31T09:01:12Z", null)]
    [InlineData("at=0001-01-01T00:00:00%2B14:00", null)]
    [InlineData("at=<script>", null)]
    public void Parse_OfAnInstant_IsTheBrowsersClockInUtc(string query, string? expected)
    {
        var at = Parse(query).At;

        Assert.Equal(expected, at?.ToString("yyyy-MM-ddTHH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(at is null || at.Value.Offset == TimeSpan.Zero);
    }

    [Fact]
    public void On_APathWithAnInstant_KeepsItUntilAMomentIsChosen()
    {
        var state = Parse("at=2026-11-23T09:01:12.345Z");

        Assert.Equal("/x?at=2026-11-23T09:01:12.345Z", state.On("/x"));
        Assert.Equal("/x?t=3", (state with { Moment = TimeSpan.FromSeconds(3) }).On("/x"));
        Assert.Equal(state.At, Parse(state.On("/x")[2..]).At);
    }

    [Fact]
    public void Parse_OfWhatOnWrites_IsTheSameState()
    {
        var random = new Random(7);
        var texts = HostileTexts.All.Where(text => text.Length <= SessionPageState.LongestText && text.EnumerateRunes().All(rune => rune.Value != 0xFFFD)).Append("").ToArray();
        for (var round = 0; round < 500; round++)
        {
            var lanes = TimelineLanes.All.Where(_ => random.Next(3) == 0).ToImmutableHashSet();
            var moment = random.Next(4) == 0 ? (TimeSpan?)null : TimeSpan.FromMilliseconds(random.Next(172_800_000));
            var state = new SessionPageState(new ViewFilter { TimeZone = "UTC" }, moment, lanes, texts[random.Next(texts.Length)]);

            var read = Parse(new Uri("http://localhost" + state.On("/sessions/a/b")).Query);

            Assert.Equal((state.Moment, state.Text, "UTC"), (read.Moment, read.Text, read.Filter.TimeZone));
            Assert.True(state.Lanes.SetEquals(read.Lanes));
        }
    }

    [Fact]
    public void On_APath_LeavesOutWhatIsNotSet()
    {
        var state = Parse("");

        Assert.Equal("/sessions/a/b", state.On("/sessions/a/b"));
        Assert.Equal("/x?t=1.5&show=error,request&find=cart", (state with { Moment = TimeSpan.FromSeconds(1.5), Lanes = [FaroCategory.Request, FaroCategory.Error], Text = "cart" }).On("/x"));
    }

    [Fact]
    public void Toggle_OfALane_ShowsItAndHidesItAgain()
    {
        var on = Parse("").Toggle(FaroCategory.Error);

        Assert.Equal([FaroCategory.Error], on.Shown.Types);
        Assert.True(on.Toggle(FaroCategory.Error).Shown.IsNone);
    }

    private static SessionPageState Parse(string query)
    {
        var reader = new QueryReader(query);
        return SessionPageState.Parse(ViewFilter.Parse(reader), reader);
    }
}
