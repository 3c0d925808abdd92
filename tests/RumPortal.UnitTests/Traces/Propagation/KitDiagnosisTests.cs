using RumPortal.Domain.Traces.Propagation;

namespace RumPortal.UnitTests.Traces.Propagation;

/// <summary>The conformance data: three apps, two origins, every count known.</summary>
public sealed class KitDiagnosisTests
{
    private static readonly PropagationReport Report = KitFacts.Report(KitFacts.All);

    [Theory]
    [InlineData("shop-web", "https://api.example.test", 745, 126, 95, 0)]
    [InlineData("docs-site", "https://api.example.test", 194, 36, 19, 0)]
    [InlineData("admin-console", "https://api.example.test", 56, 9, 13, 0)]
    [InlineData("shop-web", "https://pay.thirdparty.test", 0, 0, 0, 91)]
    [InlineData("docs-site", "https://pay.thirdparty.test", 0, 0, 0, 25)]
    [InlineData("admin-console", "https://pay.thirdparty.test", 0, 0, 0, 4)]
    public void Verdicts_OfAnOrigin_AreThoseOfTheData(string app, string origin, int linked, int stripped, int without, int thirdParty)
    {
        var counts = Report.Requests.Where(request => request.Request.App == app && request.Request.Address.Origin == origin).CountBy(request => request.Verdict)
            .ToDictionary(count => VerdictWords.Word(count.Key), count => count.Value);

        var expected = new Dictionary<string, int> { ["linked"] = linked, ["stripped-or-not-injected"] = stripped, ["no-backend-span"] = without, ["third-party"] = thirdParty };
        Assert.Equal(expected.Where(count => count.Value > 0).OrderBy(count => count.Key), counts.OrderBy(count => count.Key));
    }

    [Fact]
    public void Pairs_OfTheData_AreOneToOne()
    {
        var roots = Report.Requests.Where(request => request.Case.Contact == RequestContact.Paired).Select(request => request.Case.Root!.TraceId).ToList();

        Assert.Equal(171, roots.Count);
        Assert.Equal(171, roots.Distinct().Count());
    }

    [Fact]
    public void Findings_ByRoute_NameEachRouteOnce()
    {
        var routes = Report.Findings(RequestGrouping.Route).Where(finding => finding.Part.App == "shop-web").ToList();

        Assert.Equal(8, routes.Count);
        Assert.Equal(["/cart/items", "/login", "/price", "/search"], routes.Select(finding => finding.Part.Route).Distinct().Order());
        Assert.All(routes, finding => Assert.Equal(
            finding.Part.Origin == "https://api.example.test" ? PropagationVerdict.StrippedOrNotInjected : PropagationVerdict.ThirdParty, finding.Verdict));
        Assert.All(routes, finding => Assert.True(finding.State is RouteState.Broken or RouteState.Degraded));
    }

    [Fact]
    public void Findings_OfAVersion_CountItsRequestsAlone()
    {
        var all = Report.Findings(RequestGrouping.Route).Where(finding => finding.Part.App == "shop-web").Sum(finding => finding.Rate.Requests);
        var versions = Report.Findings(RequestGrouping.RouteAndVersion).Where(finding => finding.Part.App == "shop-web").ToList();

        Assert.Equal(745 + 126 + 95 + 91, all);
        Assert.Equal(all, versions.Sum(finding => finding.Rate.Requests));
        Assert.True(versions.Select(finding => finding.Part.Version).Distinct().Count() > 1);
    }

    [Fact]
    public void Findings_WithTheListOfTheApp_TellStrippedFromNotInjected()
    {
        var listed = KitFacts.Report(KitFacts.All with { Rules = Rules("^https://api[.]example[.]test/") });
        var missing = KitFacts.Report(KitFacts.All with { Rules = Rules("^https://other[.]example[.]test/") });

        Assert.Equal(126, listed.Requests.Count(request => request is { Request.App: "shop-web", Verdict: PropagationVerdict.Stripped }));
        Assert.Equal(126, missing.Requests.Count(request => request is { Request.App: "shop-web", Verdict: PropagationVerdict.NotInjected }));
        Assert.Equal(45, listed.Requests.Count(request => request.Verdict == PropagationVerdict.StrippedOrNotInjected));
    }

    [Fact]
    public void Documents_OfTheData_AreNotLinked()
    {
        var documents = Report.Documents();

        Assert.Equal(KitFacts.All.Documents.Length, documents.Sum(document => document.Rate.Requests));
        Assert.All(documents, document => Assert.Equal(0, document.Rate.Linked));
        Assert.All(documents, document => Assert.Equal(PropagationVerdict.DocumentNotLinked, document.Verdict));
    }

    private static Dictionary<string, HeaderRules> Rules(string pattern) => new() { ["shop-web"] = new HeaderRules([new(pattern)], []) };
}
