using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;
using RumPortal.Domain.Traces;
using RumPortal.Portal.Components.Charts;
using RumPortal.Portal.Features.Traces;

namespace RumPortal.UnitTests.Portal.Traces;

public sealed class TraceScatterTests
{
    private static readonly TimeRange Hour = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1));

    [Fact]
    public void Points_OfFailedTraces_DifferInShapeToo()
    {
        var scatter = TraceScatter.Of([Row(1, 10), Row(2, 100, hasFailed: true), Row(3, 1000)], Hour, TimeZoneInfo.Utc);

        Assert.Equal([ChartSymbol.Circle, ChartSymbol.Cross], scatter.Figure.Traces.Select(trace => trace.Symbol));
        Assert.Equal([1.0, 3.0], scatter.Figure.Traces[0].Y.Select(y => y!.Value));
        Assert.Equal("100 ms api.example.test/2", scatter.Figure.Traces[1].Text.Single());
        Assert.Equal((UInt128)2, scatter.Rows[1].Single().Id.Value);
    }

    [Fact]
    public void Axis_OfTracesOfNoDuration_StillHoldsThem()
    {
        var scatter = TraceScatter.Of([Row(1, 0)], Hour, TimeZoneInfo.Utc);

        Assert.InRange(scatter.Figure.Traces[0].Y.Single()!.Value, scatter.Figure.Y.From, scatter.Figure.Y.To);
    }

    [Fact]
    public void Ticks_OfASlowTrace_GoFromMillisecondsToSeconds() => Assert.Equal(
        ["1 ms", "10 ms", "100 ms", "1 s", "10 s", "100 s"],
        TraceScatter.Of([Row(1, 12_000)], Hour, TimeZoneInfo.Utc).Figure.Y.Ticks.Select(tick => tick.Label));

    private static TraceRow Row(int id, int milliseconds, bool hasFailed = false) => new(
        new TraceId((UInt128)id), "shop-web", "GET", Hour.From.AddMinutes(id), TimeSpan.FromMilliseconds(milliseconds), false, [], "shop-web", "118", "s1",
        Visitor.Anonymous, $"https://api.example.test/{id}", 200, hasFailed);
}
