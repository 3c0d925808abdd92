using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Propagation;

namespace RumPortal.UnitTests.Traces.Propagation;

/// <summary>Each verdict by its evidence, and what must not be confused with it.</summary>
public sealed class RequestJudgeTests
{
    private static readonly HeaderRules Listed = new([new(@"^https://api\.example\.test/")], []);

    [Fact]
    public void Request_WithAServerChild_IsLinked()
    {
        var scenario = new Scenario();

        Assert.Equal(PropagationVerdict.Linked, scenario.VerdictOf(scenario.Linked(0)));
    }

    [Theory]
    [InlineData(true, null, PropagationVerdict.StrippedOrNotInjected)]
    [InlineData(false, "https://api.example.test/cart/items", PropagationVerdict.Stripped)]
    [InlineData(false, "https://search.example.test/cart/items", PropagationVerdict.NotInjected)]
    public void Request_WithAPairedRoot_IsJudgedByTheAppsList(bool unknown, string? url, PropagationVerdict expected)
    {
        var scenario = new Scenario { Rules = unknown ? HeaderRules.Unknown : Listed };
        var request = scenario.Request(0, url ?? Scenario.Api + "/cart/items");
        scenario.Root(10);

        Assert.Equal(expected, scenario.VerdictOf(request));
    }

    [Fact]
    public void Request_ToThePagesOwnOrigin_AlwaysCarriesTheHeader()
    {
        var scenario = new Scenario { Rules = new HeaderRules([], []) };
        var request = scenario.Request(0, "https://www.example.test/api/cart");
        scenario.Root(10, "/api/cart");

        Assert.Equal(PropagationVerdict.Stripped, scenario.VerdictOf(request));
    }

    [Fact]
    public void Root_WithALinkToTheBrowser_MeansRestarted()
    {
        var scenario = new Scenario { Rules = Listed };
        var request = scenario.Request(0);
        scenario.Proof(scenario.Root(10).TraceId, linkTo: request.TraceId, jaeger: true);

        Assert.Equal(PropagationVerdict.Restarted, scenario.VerdictOf(request));
    }

    [Fact]
    public void Root_ThatCapturedTheHeader_MeansRestarted()
    {
        var scenario = new Scenario { Rules = Listed };
        var request = scenario.Request(0);
        scenario.Proof(scenario.Root(10).TraceId, received: request.TraceId);

        Assert.Equal(PropagationVerdict.Restarted, scenario.VerdictOf(request));
    }

    [Fact]
    public void Root_WithALinkToAnotherTrace_ProvesNothing()
    {
        var scenario = new Scenario { Rules = Listed };
        var request = scenario.Request(0);
        scenario.Proof(scenario.Root(10).TraceId, linkTo: scenario.NextTrace());

        Assert.Equal(PropagationVerdict.Stripped, scenario.VerdictOf(request));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Root_OfAnotherTracer_MeansFormatMismatch(bool byMarks)
    {
        var scenario = new Scenario { Rules = Listed };
        var request = scenario.Request(0);
        var root = scenario.Root(10, trace: byMarks ? null : new TraceId(0x8448eb211c80319c));
        // A Jaeger hop may capture a header that it does not understand.
        if (byMarks) scenario.Proof(root.TraceId, jaeger: true, received: request.TraceId);

        Assert.Equal(PropagationVerdict.FormatMismatch, scenario.VerdictOf(request));
    }

    [Fact]
    public void Proofs_OfSomeRequests_HoldForTheOthersOfTheirKind()
    {
        var scenario = new Scenario { Rules = Listed };
        foreach (var i in Enumerable.Range(0, 10))
        {
            var request = scenario.Request(i * 1000);
            var root = scenario.Root((i * 1000) + 10);
            if (i is 0 or 5 or 9) scenario.Proof(root.TraceId, linkTo: request.TraceId);
        }
        scenario.Request(20_000, Scenario.Api + "/price");
        scenario.Root(20_010, "/price");

        var verdicts = scenario.Report().Requests.CountBy(request => request.Verdict).ToDictionary();

        Assert.Equal(new Dictionary<PropagationVerdict, int> { [PropagationVerdict.Restarted] = 10, [PropagationVerdict.Stripped] = 1 }, verdicts);
    }

    [Fact]
    public void Preflight_WithoutARequestBehindIt_IsRefused()
    {
        var scenario = new Scenario { Rules = Listed };
        var request = scenario.Request(0, failed: true);
        scenario.Root(10, method: "OPTIONS", length: 5, status: 403);

        Assert.Equal(PropagationVerdict.PreflightRefused, scenario.VerdictOf(request));
    }

    [Fact]
    public void Preflight_OfARequestWithAResponse_WasAllowed()
    {
        var scenario = new Scenario { Rules = Listed };
        scenario.Linked(5000);
        var request = scenario.Request(0);
        scenario.Root(10, method: "OPTIONS", length: 5, status: 204);

        Assert.Equal(PropagationVerdict.NoBackendSpan, scenario.VerdictOf(request));
    }

    [Fact]
    public void Preflight_WithTheRequestBehindIt_IsNotTheReason()
    {
        var scenario = new Scenario { Rules = Listed };
        var request = scenario.Request(0, failed: true);
        scenario.Root(5, method: "OPTIONS", length: 5, status: 204);
        scenario.Root(20, length: 70);

        Assert.Equal(PropagationVerdict.Stripped, scenario.VerdictOf(request));
    }

    [Theory]
    [InlineData(2, PropagationVerdict.SampledOut)]
    [InlineData(0, PropagationVerdict.NoBackendSpan)]
    [InlineData(null, PropagationVerdict.SampledOut)]
    public void Trace_WithBackendSpansAndNoChild_IsJudgedByItsMissingParents(int? orphans, PropagationVerdict expected)
    {
        var scenario = new Scenario();
        var request = scenario.Torn(0);
        if (orphans is { } count) scenario.Proof(request.TraceId, orphans: count);

        Assert.Equal(expected, scenario.VerdictOf(request));
    }

    [Fact]
    public void Request_BesideALinkedOneOfItsTrace_IsNotTorn()
    {
        var scenario = new Scenario();
        var linked = scenario.Linked(0);
        var other = scenario.Request(200, trace: linked.TraceId);

        Assert.Equal(PropagationVerdict.NoBackendSpan, scenario.VerdictOf(other));
    }

    [Fact]
    public void Request_BesideALinkedOneOfItsTrace_MayHaveItsOwnHalf()
    {
        var scenario = new Scenario { Rules = Listed };
        var linked = scenario.Linked(0);
        var other = scenario.Request(200, Scenario.Api + "/price", trace: linked.TraceId);
        scenario.Root(210, "/price");

        Assert.Equal(PropagationVerdict.Stripped, scenario.VerdictOf(other));
    }

    [Theory]
    [InlineData("https://loyalty.example.test/points", PropagationVerdict.BackendNotInstrumented)]
    [InlineData("https://pay.thirdparty.test/v1/charges", PropagationVerdict.ThirdParty)]
    [InlineData("https://own.elsewhere.test/x", PropagationVerdict.BackendNotInstrumented)]
    [InlineData("http://127.0.0.1:5099/x", PropagationVerdict.ThirdParty)]
    public void Origin_ThatNeverAnswers_IsJudgedByWhoseItIs(string url, PropagationVerdict expected)
    {
        var scenario = new Scenario { Rules = new HeaderRules(null, ["own.elsewhere.test"]) };
        var request = scenario.Request(0, url);

        Assert.Equal(expected, scenario.VerdictOf(request));
    }

    [Fact]
    public void Origin_ThatNeverAnswers_IsNotCalledForeignWhilePagesAreUnknown()
    {
        var scenario = new Scenario { Documents = [] };
        foreach (var i in Enumerable.Range(0, 40)) scenario.Request(i * 1000, "https://pay.thirdparty.test/v1/charges");

        var finding = scenario.Finding();

        Assert.Equal(PropagationVerdict.BackendNotInstrumented, finding.Verdict);
        Assert.Equal(ConfidenceLevel.Low, finding.Confidence!.Level);
    }

    [Fact]
    public void Origin_OfSomebodyElse_IsNotOwnByAChancePair()
    {
        var scenario = new Scenario();
        foreach (var i in Enumerable.Range(0, 10)) scenario.Request(i * 1000, "https://pay.thirdparty.test/");
        scenario.Root(10, "/");

        Assert.All(scenario.Report().Requests, request => Assert.Equal(PropagationVerdict.ThirdParty, request.Verdict));
    }

    [Fact]
    public void Judge_OfNothing_SaysNothing()
    {
        var report = new Scenario().Report();

        Assert.Empty(report.Requests);
        Assert.Empty(report.Findings(RequestGrouping.Route));
        Assert.Null(report.Rate.Share);
    }
}
