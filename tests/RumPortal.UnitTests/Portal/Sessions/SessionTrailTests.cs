using RumPortal.Portal.Features.Sessions;

namespace RumPortal.UnitTests.Portal.Sessions;

public sealed class SessionTrailTests
{
    [Theory]
    [InlineData("s1", 1, null, "s2")]
    [InlineData("s2", 2, "s1", "s3")]
    [InlineData("s3", 3, "s2", null)]
    public void Find_OfARememberedSession_KnowsItsNeighbours(string id, int position, string? previous, string? next)
    {
        var trail = Trail("s1", "s2", "s3");

        var found = trail.Find("shop-web", id)!;

        Assert.Equal((position, 3), (found.Position, found.Count));
        Assert.Equal((previous, next), (found.Previous?.Id, found.Next?.Id));
    }

    [Fact]
    public void Find_OfAnythingElse_IsNothing()
    {
        var trail = Trail("s1");

        Assert.Null(trail.Find("shop-web", "s2"));
        Assert.Null(trail.Find("other", "s1"));
        Assert.Null(new SessionTrail().Find("shop-web", "s1"));
    }

    [Fact]
    public void Remember_OfANewList_ForgetsTheOldOneAndIsBounded()
    {
        var trail = Trail("old");
        trail.Remember(Enumerable.Range(0, 5000).Select(i => ("shop-web", $"n{i}")));

        Assert.Null(trail.Find("shop-web", "old"));
        Assert.Equal(1000, trail.Find("shop-web", "n0")!.Count);
        Assert.Null(trail.Find("shop-web", "n1000"));
    }

    private static SessionTrail Trail(params string[] ids)
    {
        var trail = new SessionTrail();
        trail.Remember(ids.Select(id => ("shop-web", id)));
        return trail;
    }
}
