using RumPortal.Domain.Vitals.Comparison;

namespace RumPortal.UnitTests.Vitals.Comparison;

public sealed class DeploymentMarkTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    [Fact]
    public void Find_VersionsFirstSeenLater_AreMarkedInOrder()
    {
        var marks = Find(Seen("117", 0, 600, 5000), Seen("119", 500, 600, 40), Seen("118", 120, 600, 900));

        Assert.Equal([new DeploymentMark("118", At(120), 900), new DeploymentMark("119", At(500), 40)], marks);
    }

    [Fact]
    public void Find_VersionThatWasThereFromTheStart_HasNoMark() => Assert.Empty(Find(Seen("117", 0, 600, 5000), Seen("116", 5, 90, 5000)));

    [Theory]
    [InlineData(40, 12, false)]
    [InlineData(40, 400, true)]
    [InlineData(590, 12, true)]
    public void Find_RareVersion_IsMarkedOnlyWhereChanceDoesNotExplainTheSilence(int first, double count, bool isMarked) =>
        Assert.Equal(isMarked, Find(Seen("117", 0, 600, 5000), Seen("116", first, 600, count)).Length == 1);

    [Fact]
    public void Find_StraySamples_AreIgnored()
    {
        var marks = Find(
            Seen("dev-build", 100, 101, 3), Seen("", 100, 600, 900), Seen("broken", 100, 600, double.NaN),
            // A rehearsal, silence for two hours, then the release in steps.
            Seen("118", 60, 62, 4), Seen("118", 180, 185, 20), Seen("118", 185, 190, 600), Seen("118", 190, 195, 900));

        Assert.Equal([new DeploymentMark("118", At(180), 1520)], marks);
    }

    [Fact]
    public void Find_SlowStartWithoutSilence_IsMarkedAtItsBeginning()
    {
        var steps = Enumerable.Range(0, 40).Select(i => Seen("118", 100 + 5 * i, 105 + 5 * i, i + 1));

        Assert.Equal(At(100), Assert.Single(Find([.. steps])).At);
    }

    [Fact]
    public void Find_VersionThatComesBackAfterANight_KeepsItsFirstMark() =>
        Assert.Equal(At(60), Assert.Single(Find(Seen("118", 60, 120, 300), Seen("118", 540, 600, 400))).At);

    private static DeploymentMark[] Find(params VersionSighting[] sightings) => [.. DeploymentMark.Find(sightings, Start, Step)];

    private static VersionSighting Seen(string version, int first, int last, double count) => new(version, At(first), At(last), count);

    private static DateTimeOffset At(int minute) => Start.AddMinutes(minute);
}
