using System.Collections.Immutable;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;

namespace RumPortal.UnitTests.Sessions;

public sealed class TimelineRowsTests
{
    private static readonly SessionTimeline Timeline = Build();

    [Fact]
    public void Build_NoFilter_ShowsEveryEventAndTheGaps()
    {
        var rows = TimelineRows.Build(Timeline, TimelineFilter.None);

        Assert.Equal(4, rows.Length);
        Assert.Equal(TimeSpan.FromSeconds(90), rows[2].Gap?.Duration);
    }

    [Theory]
    [InlineData("error", "", 1)]
    [InlineData("", "BOOM", 1)]
    [InlineData("", "arc", 3)]
    [InlineData("log", "boom", 0)]
    public void Build_Filter_ShowsMatchingEventsWithoutGaps(string type, string text, int expected)
    {
        var types = FaroCategories.Parse(type) is { } parsed ? ImmutableHashSet.Create(parsed) : [];

        var rows = TimelineRows.Build(Timeline, new TimelineFilter(types, text));

        Assert.Equal(expected, rows.Length);
        Assert.All(rows, row => Assert.Null(row.Gap));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 1)]
    [InlineData(60, 3)]
    [InlineData(999, 3)]
    public void IndexAt_Moment_IsTheRowAtOrAfterIt(double second, int expected) =>
        Assert.Equal(expected, TimelineRows.IndexAt(TimelineRows.Build(Timeline, TimelineFilter.None), Timeline, TimeSpan.FromSeconds(second)));

    private static SessionTimeline Build()
    {
        var builder = new SessionTimelineBuilder(FaroLines.Session);
        foreach (var record in FaroLines.Parse(
        [
            (FaroLines.Line(0, "kind=log message=first level=info"), 1),
            (FaroLines.Line(5, "kind=exception type=Error value=boom hash=1"), 6),
            (FaroLines.Line(95, "kind=log message=last level=info"), 96),
        ])) builder.Add(record);
        return builder.Build();
    }
}
