using RumPortal.Domain.Traces.Propagation;

namespace RumPortal.UnitTests.Traces.Propagation;

public sealed class RequestPairingTests
{
    [Fact]
    public void Root_WithinTheRequest_IsItsHalf() => Assert.True(IsPaired(scenario => scenario.Root(10)));

    [Fact]
    public void Root_OfAnotherMethod_IsNotItsHalf() => Assert.False(IsPaired(scenario => scenario.Root(10, method: "POST")));

    [Fact]
    public void Root_WithoutAMethod_MayBeItsHalf() => Assert.True(IsPaired(scenario => scenario.Root(10, method: null)));

    [Fact]
    public void Root_OfAnotherPath_IsNotItsHalf() => Assert.False(IsPaired(scenario => scenario.Root(10, "/price")));

    [Fact]
    public void Root_BeyondTheSlack_IsNotItsHalf() => Assert.False(IsPaired(scenario => scenario.Root(300)));

    [Fact]
    public void Root_WithinTheSlack_IsItsHalf() => Assert.True(IsPaired(scenario => scenario.Root(250)));

    [Fact]
    public void Root_ThatNamesAnotherCalledHost_IsNotItsHalf() => Assert.False(IsPaired(scenario =>
    {
        scenario.Linked(100_000, "https://other.example.test/cart/items");
        scenario.Root(10, host: "other.example.test");
    }));

    [Fact]
    public void Root_ThatNamesAnInnerHost_MayBeItsHalf() => Assert.True(IsPaired(scenario => scenario.Root(10, host: "cart.internal")));

    [Fact]
    public void Session_WithAShiftedClock_IsPairedByItsShift()
    {
        var scenario = new Scenario();
        var request = scenario.Request(0, session: "late");
        scenario.Shift("late", 90_000);
        var near = scenario.Root(10);
        var right = scenario.Root(90_010);

        var pairs = Pair(scenario);

        Assert.Equal(right, pairs[request.Key]);
        Assert.NotEqual(near, pairs[request.Key]);
    }

    [Fact]
    public void Requests_AtTheSameTime_AreEachPairedWithTheNearest()
    {
        var scenario = new Scenario();
        var requests = Enumerable.Range(0, 5).Select(i => scenario.Request(i * 20)).ToList();
        var roots = Enumerable.Range(0, 5).Reverse().Select(i => (Index: i, Root: scenario.Root((i * 20) + 10))).ToDictionary(root => root.Index, root => root.Root);

        var pairs = Pair(scenario);

        Assert.All(Enumerable.Range(0, 5), i => Assert.Equal(roots[i], pairs[requests[i].Key]));
    }

    [Fact]
    public void Root_OfSeveralRequests_BelongsToOneOnly()
    {
        var scenario = new Scenario();
        var requests = Enumerable.Range(0, 3).Select(_ => scenario.Request(0)).ToList();
        scenario.Root(10);

        Assert.Equal(requests[0].Key, Assert.Single(Pair(scenario)).Key);
    }

    [Fact]
    public void Pairs_OfShuffledInput_AreTheSame()
    {
        var scenario = new Scenario();
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            scenario.Request(random.Next(3000), length: random.Next(20, 400));
            if (i % 3 > 0) scenario.Root(random.Next(3000), length: random.Next(5, 90));
        }
        var facts = scenario.Facts();
        var shuffled = facts with { Requests = [.. facts.Requests.OrderBy(_ => random.Next())], Roots = [.. facts.Roots.OrderBy(_ => random.Next())] };

        var pairs = new RequestPairing(facts.Roots, facts.Shifts, []).Pair(facts.Requests);

        Assert.Equal(pairs.OrderBy(pair => pair.Key.SpanId.Value), new RequestPairing(shuffled.Roots, facts.Shifts, []).Pair(shuffled.Requests).OrderBy(pair => pair.Key.SpanId.Value));
        Assert.Equal(pairs.Count, pairs.Values.Distinct().Count());
        Assert.True(pairs.Count > 150);
    }

    // A path that is called all the time must not cost the product of both numbers: 30,000 of each would be 900 million looks.
    [Fact]
    public void Pairs_OfOneBusyPath_AreFoundInAMoment()
    {
        var scenario = new Scenario();
        for (var i = 0; i < 30_000; i++)
        {
            scenario.Request(i * 2, length: 30_000);
            scenario.Root((i * 2) + 14_990, length: 20);
        }

        Assert.Equal(30_000, Pair(scenario).Count);
    }

    [Fact]
    public void Shift_OfASession_IsTheMedianOfWhatStandsOutside()
    {
        var scenario = new Scenario();
        var requests = new[] { scenario.Request(0, session: "late"), scenario.Request(1000, session: "late"), scenario.Request(2000, session: "late"), scenario.Request(0, session: "right") };
        var shifts = SessionShift.Estimate(
        [
            (requests[0], Scenario.Nanoseconds(60_000), Scenario.Nanoseconds(60_100)), (requests[1], Scenario.Nanoseconds(61_010), Scenario.Nanoseconds(61_110)),
            (requests[2], Scenario.Nanoseconds(2010), Scenario.Nanoseconds(2090)), (requests[3], Scenario.Nanoseconds(10), Scenario.Nanoseconds(90)),
        ]);

        Assert.Equal(new Dictionary<string, long> { ["late"] = 60_000_000_000 }, shifts);
    }

    private static bool IsPaired(Action<Scenario> arrange)
    {
        var scenario = new Scenario();
        var request = scenario.Request(0);
        arrange(scenario);
        return Pair(scenario).ContainsKey(request.Key);
    }

    private static Dictionary<RequestKey, BackendRoot> Pair(Scenario scenario)
    {
        var facts = scenario.Facts();
        return new RequestPairing(facts.Roots, facts.Shifts, facts.Requests.Select(request => request.Address.Host)).Pair(facts.Requests.Where(request => !facts.Linked.Contains(request.Key)));
    }
}
