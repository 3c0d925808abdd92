using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Components.Time;

namespace RumPortal.UnitTests.Portal.Time;

public sealed class TimePresetTests
{
    [Fact]
    public void All_Presets_GrowAndSayWhatTheySelect()
    {
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var spans = TimePreset.All.Select(preset => preset.Time.TryResolve(now, out var range, out var fault) ? range.Duration : throw new InvalidOperationException(fault)).ToList();

        Assert.Equal([TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(30)], spans);
        Assert.Equal(["Last 15 minutes", "Last hour", "Last 6 hours", "Last 24 hours", "Last 7 days", "Last 30 days"], TimePreset.All.Select(preset => preset.Label));
        Assert.All(TimePreset.All, preset => Assert.True(preset.Time.IsRelative));
    }

    [Fact]
    public void All_Presets_HoldTheDefaultRange() => Assert.Single(TimePreset.All, preset => preset.Time == ViewFilter.DefaultTime);
}
