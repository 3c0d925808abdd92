using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components;
using RumPortal.Domain.Traces.Propagation;
using RumPortal.Portal.Features.Propagation;
using RumPortal.UnitTests.Traces.Propagation;

namespace RumPortal.UnitTests.Portal.Propagation;

public sealed class PropagationComponentTests : IAsyncLifetime
{
    private const string Search = "https://search.example.test";

    private readonly PortalComponents _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Matrix_OfRoutes_HasShapeNumberAndCountInEachCell()
    {
        var view = View(Broken());
        var page = await RenderAsync<LinkedMatrixTable>(("Matrix", view.Matrix), ("State", PropagationPageState.Default), ("Chosen", view.Choose(PropagationPageState.Default)));

        Assert.Equal(["Route", "document", "api.example.test", "search.example.test"], page.QuerySelectorAll("thead th").Select(head => head.TextContent));
        Assert.Equal(["/suggest", "/", "/cart/items", "/rare"], page.QuerySelectorAll("tbody th").Select(head => head.TextContent));
        Assert.Equal(
            ["none", "none", "poor worst", "few", "none", "none", "none", "good", "none", "none", "few", "none"],
            page.QuerySelectorAll("tbody td").Select(cell => cell.ClassName));
        var worst = page.QuerySelector("td.worst a")!;
        Assert.Equal("/propagation?origin=https://search.example.test&row=/suggest", worst.GetAttribute("href"));
        Assert.Equal("/suggest on https://search.example.test: 0 of 40 linked, Header not injected", worst.GetAttribute("title"));
        Assert.Equal("40", worst.QuerySelector(".n")!.TextContent);
        Assert.Equal("poor", worst.QuerySelector("svg")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Matrix_OfManyRows_ShowsTheRestWhenAsked()
    {
        var scenario = new Scenario();
        for (var i = 0; i < 20; i++) scenario.Linked(i * 1000, $"{Scenario.Api}/route-{(char)('a' + i)}");
        await RenderAsync<LinkedMatrixTable>(("Matrix", View(scenario).Matrix), ("State", PropagationPageState.Default));
        Assert.Equal(14, (await _portal.Renderer.DocumentAsync()).QuerySelectorAll("tbody tr").Length);

        await _portal.Renderer.ClickAsync("All rows");

        Assert.Equal(21, (await _portal.Renderer.DocumentAsync()).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Card_OfABrokenRoute_HasVerdictEvidenceProofAndFix()
    {
        var finding = Broken().Finding();
        var page = await RenderAsync<VerdictCard>(("Finding", finding), ("State", PropagationPageState.Default));

        Assert.Equal("not-injected", page.QuerySelector(".verdict-card")!.GetAttribute("data-verdict"));
        Assert.Equal("confidence high", page.QuerySelector(".badge")!.TextContent);
        Assert.StartsWith("https://search.example.test/suggest 0 % linked, n 40, and so as far back as was read.", page.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".signs > .bad"), item => item.TextContent.Contains("no, not on the app's list", StringComparison.Ordinal));
        Assert.Equal(
            finding.Proofs.SelectMany(proof => new[] { $"/traces/{proof.Browser}", $"/traces/{proof.Backend}" }),
            page.QuerySelectorAll(".proofs a").Select(link => link.GetAttribute("href")!));
        Assert.Equal(["Faro SDK", "CORS: Contour", "CORS: nginx", "CORS: Traefik", "W3C + Jaeger", "Ticket text"], page.QuerySelectorAll("[role=tab]").Select(tab => tab.TextContent));
        Assert.Equal(@"+     /^https:\/\/search\.example\.test\//,", page.QuerySelector(".fix-text .added")!.TextContent);
        Assert.Matches("since=2026-", page.QuerySelector("a.primary")!.GetAttribute("href")!);
    }

    [Fact]
    public async Task Card_AfterAClick_ShowsAndCopiesAnotherText()
    {
        await RenderAsync<VerdictCard>(("Finding", Broken().Finding()), ("State", PropagationPageState.Default));

        await _portal.Renderer.ClickAsync("Ticket text");
        Assert.StartsWith("Header not injected: https://search.example.test/suggest", (await _portal.Renderer.DocumentAsync()).QuerySelector(".fix-text")!.TextContent, StringComparison.Ordinal);
        await _portal.Renderer.ClickAsync("Copy");
        Assert.NotNull((await _portal.Renderer.DocumentAsync()).QuerySelector(".fix button.tiny"));
        Assert.Contains("Copied", (await _portal.Renderer.HtmlAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_OfAWatchedFix_SaysHowItStands()
    {
        var scenario = Broken();
        for (var i = 0; i < 35; i++) scenario.Linked(2_000_000 + (i * 1000), Search + "/suggest");
        var finding = scenario.Report().Findings(RequestGrouping.Route, Scenario.Start.AddMinutes(30)).Single(one => one.Part.Route == "/suggest");

        var page = await RenderAsync<VerdictCard>(("Finding", finding), ("State", PropagationPageState.Default));

        Assert.Equal("fixed", page.QuerySelector("[data-recheck]")!.GetAttribute("data-recheck"));
        Assert.Contains("Fixed: 100 % linked since then, 0 % before.", page.QuerySelector("[data-recheck]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_OfVerdicts_HasAllWrongCellsWorstFirst()
    {
        var view = View(Broken());
        var page = await RenderAsync<FindingsTable>(("Cells", view.Wrong), ("State", PropagationPageState.Default), ("Chosen", view.Choose(PropagationPageState.Default)));

        Assert.Equal(["Header not injected", "Document not linked"], page.QuerySelectorAll("a.cell-link").Select(link => link.TextContent));
        Assert.Equal(["0 %", "0 %"], page.QuerySelectorAll("tbody td:nth-child(3)").Select(cell => cell.TextContent));
        Assert.Equal(["broken", "too few"], page.QuerySelectorAll("tbody .badge").Select(badge => badge.TextContent));
    }

    [Fact]
    public void Headline_OfThirdParties_LeavesThemOut()
    {
        var scenario = Broken();
        for (var i = 0; i < 50; i++) scenario.Request(i * 1000, "https://pay.thirdparty.test/v1/charges");
        var findings = scenario.Report().Findings(RequestGrouping.Route);

        Assert.Equal("51.8 % of 83 browser requests that should be traced reach a backend span.", VerdictSentence.Headline(findings));
        Assert.Equal("1 route is broken.", VerdictSentence.Broken(findings));
        Assert.Equal("No browser request that should be traced was seen.", VerdictSentence.Headline([]));
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task Card_OfHostileTelemetry_IsText(string text)
    {
        var scenario = new Scenario { Rules = new HeaderRules([], []) };
        for (var i = 0; i < 40; i++)
        {
            scenario.Request(i * 1000, $"{Scenario.Api}/{Uri.EscapeDataString(text.Replace("\ud800", "", StringComparison.Ordinal))}", version: text);
        }
        scenario.Linked(0);
        var finding = scenario.Report().Findings(RequestGrouping.Version).First();

        var page = await RenderAsync<VerdictCard>(("Finding", finding), ("State", PropagationPageState.Default));

        HostileTelemetry.AssertShownAsText(page, text);
    }

    [Fact]
    public async Task Lab_WithAPastedHeader_DecodesAndConvertsIt()
    {
        await RenderAsync<HeaderLabPage>();
        await _portal.Renderer.FireAsync("oninput", "Header lines", new ChangeEventArgs { Value = "uber-trace-id: 8448eb211c80319c:b7ad6b7169203331:0:1" });

        var page = await _portal.Renderer.DocumentAsync();

        Assert.Equal(["trace id", "span id", "parent span id", "flags"], page.QuerySelectorAll("section[aria-label=Jaeger] tbody td:first-child").Select(cell => cell.TextContent));
        Assert.Equal("traceparent: 00-00000000000000008448eb211c80319c-b7ad6b7169203331-01", page.QuerySelector("[data-format=W3C]")!.TextContent);
        Assert.Null(page.QuerySelector("[data-format=Jaeger]"));
        Assert.Equal("/traces/00000000000000008448eb211c80319c", page.QuerySelector("section[aria-label=Jaeger] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Lab_WithAFault_SaysItAndConvertsNothing()
    {
        await RenderAsync<HeaderLabPage>();
        await _portal.Renderer.FireAsync("oninput", "Header lines", new ChangeEventArgs { Value = "traceparent: 00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01\n<b>x</b>" });

        var page = await _portal.Renderer.DocumentAsync();

        Assert.Equal("Hex digits have to be lower case here; strict receivers ignore the header.", page.QuerySelector("td.fault")!.TextContent);
        Assert.Equal("'<b>x</b>' looks like no header of a trace.", page.QuerySelector(".note")!.TextContent);
        Assert.Null(page.QuerySelector("section[aria-label=Converted]"));
    }

    // 40 requests that are not injected, 42 linked ones, and one of a route that is rarely called.
    private static Scenario Broken()
    {
        var scenario = new Scenario { Rules = new HeaderRules([new(@"^https://api\.example\.test/")], []) };
        for (var i = 0; i < 40; i++)
        {
            scenario.Request(i * 1000, Search + "/suggest");
            scenario.Root((i * 1000) + 10, "/suggest");
        }
        for (var i = 0; i < 42; i++) scenario.Linked(i * 1000);
        scenario.Linked(0, Scenario.Api + "/rare");
        return scenario;
    }

    private static PropagationView View(Scenario scenario) => PropagationView.Of(scenario.Report(), PropagationPageState.Default);

    private async Task<IHtmlDocument> RenderAsync<TComponent>(params IEnumerable<(string, object?)> parameters) where TComponent : IComponent
    {
        await _portal.RenderAsync<TComponent>(parameters);
        Assert.Empty(_portal.Renderer.Unhandled);
        return await _portal.Renderer.DocumentAsync();
    }
}
