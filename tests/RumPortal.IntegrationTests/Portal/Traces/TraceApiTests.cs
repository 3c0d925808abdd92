using System.IO.Compression;
using System.Net;
using System.Text.Json;
using RumPortal.Domain.Apps;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Traces;

/// <summary>One trace over the API: what it says and who is told.</summary>
public sealed class TraceApiTests(TracedPortal traced) : IClassFixture<TracedPortal>
{
    private const string Traces = "/api/v1/traces/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Trace_OfAnOwnApp_IsToldWhole()
    {
        var (status, body) = await traced.AskAsync(Traces + TracedPortal.Own, ViewerRole.Viewer, PortalSetup.StorefrontTeam);

        Assert.Equal(HttpStatusCode.OK, status);
        var (trace, spans) = (body.GetProperty("trace"), body.GetProperty("spans").EnumerateArray().ToList());
        Assert.Equal(("POST /orders", "complete", 2, 1), (Text(trace, "name"), Text(trace, "state"), trace.GetProperty("spanCount").GetInt32(), trace.GetProperty("errorCount").GetInt32()));
        Assert.Equal(["shop-web True", "ingress False"], trace.GetProperty("services").EnumerateArray().Select(service => $"{Text(service, "name")} {service.GetProperty("browser").GetBoolean()}"));
        Assert.Equal(["client 0", "server 1"], spans.Select(span => $"{Text(span, "kind")} {span.GetProperty("depth").GetInt32()}"));
        Assert.Equal((TracedPortal.Id("a1"), 40.0, "error"), (Text(spans[1], "parentId"), spans[0].GetProperty("selfMs").GetDouble(), Text(spans[1], "status")));
        Assert.Equal("Nils", AttributeOf(spans[0], "user.name"));
        Assert.True(body.GetProperty("complete").GetBoolean());
        Assert.Equal(TracedPortal.Own, Text(body, "query"));
    }

    [Theory]
    [InlineData(TracedPortal.Own, ViewerRole.Viewer, PortalSetup.StorefrontTeam, true)]
    [InlineData(TracedPortal.Own, ViewerRole.Viewer, PortalSetup.DocumentationTeam, false)]
    [InlineData(TracedPortal.Own, ViewerRole.Approver, PortalSetup.DocumentationTeam, false)]
    [InlineData(TracedPortal.Own, ViewerRole.Admin, null, true)]
    [InlineData(TracedPortal.Document, ViewerRole.Viewer, PortalSetup.StorefrontTeam, true)]
    [InlineData(TracedPortal.Document, ViewerRole.Viewer, PortalSetup.DocumentationTeam, false)]
    [InlineData(TracedPortal.Backend, ViewerRole.Viewer, PortalSetup.StorefrontTeam, false)]
    [InlineData(TracedPortal.Backend, ViewerRole.Approver, PortalSetup.StorefrontTeam, true)]
    [InlineData(TracedPortal.Missing, ViewerRole.Admin, null, false)]
    public async Task Trace_ForEachViewer_IsThereOrLooksMissing(string id, ViewerRole role, string? team, bool isSeen)
    {
        foreach (var path in (string[])[Traces + id, $"{Traces}{id}/waterfall"])
        {
            var (status, body) = await traced.AskAsync(path, role, team);

            Assert.Equal((path, isSeen ? HttpStatusCode.OK : HttpStatusCode.NotFound), (path, status));
            if (!isSeen) Assert.Contains("can take up to 30 s", Text(body, "detail"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Users_ForWhoMayNotSeeThem_AreMasked()
    {
        var (_, body) = await traced.AskAsync(Traces + TracedPortal.Foreign, ViewerRole.Viewer, PortalSetup.DocumentationTeam);

        var span = body.GetProperty("spans")[0];
        Assert.Equal(("***", "Firefox"), (AttributeOf(span, "user.name"), AttributeOf(span, "user_agent.original")));
        Assert.DoesNotContain("Nils", body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_OfADocument_BeginsWithItsLoad()
    {
        var (_, body) = await traced.AskAsync(Traces + TracedPortal.Document, ViewerRole.Viewer, PortalSetup.StorefrontTeam);

        var spans = body.GetProperty("spans").EnumerateArray().ToList();
        Assert.Equal(["page-load shop-web Document /orders/5?…", "span ingress GET /orders/:id"], spans.Select(span => $"{Text(span, "type")} {Text(span, "service")} {Text(span, "name")}"));
        Assert.Equal((800.0, 600.0, 1), (spans[0].GetProperty("durationMs").GetDouble(), spans[0].GetProperty("selfMs").GetDouble(), spans[1].GetProperty("depth").GetInt32()));
    }

    [Fact]
    public async Task Trace_ThatTheStoreCut_IsNotComplete()
    {
        var (status, body) = await traced.AskAsync(Traces + TracedPortal.Cut);

        Assert.Equal((HttpStatusCode.OK, false), (status, body.GetProperty("complete").GetBoolean()));
    }

    [Theory]
    [InlineData("xyz", "A trace id has only the digits 0-9 and a-f, not U+0078.")]
    [InlineData("0000", "A trace id of zeros stands for no trace.")]
    [InlineData("111111111111111111111111111111111", "A trace id has at most 32 hex digits, this one 33.")]
    [InlineData("1?clock=wall&at=noonish", "at must be an instant such as 2026-11-23T09:01:12Z. clock must be corrected or raw.")]
    public async Task Question_ThatMakesNoSense_IsRefusedWithWords(string question, string expected)
    {
        var (status, body) = await traced.AskAsync(Traces + question);

        Assert.Equal((HttpStatusCode.BadRequest, expected), (status, Text(body, "detail")));
    }

    [Fact]
    public async Task Waterfall_ForABrowser_IsCompressedAndHoldsNoAttribute()
    {
        using var request = RunningPortal.As(ViewerRole.Admin, null, $"{Traces}{TracedPortal.Own}/waterfall");
        request.Headers.Add("Accept-Encoding", "gzip");
        using var response = await traced.Portal.Http.SendAsync(request, Cancellation);
        await using var plain = new GZipStream(await response.Content.ReadAsStreamAsync(Cancellation), CompressionMode.Decompress);
        var body = (await JsonDocument.ParseAsync(plain, cancellationToken: Cancellation)).RootElement;

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        foreach (var list in (string[])["key", "parent", "name", "role", "service", "from", "length", "self", "flags"]) Assert.Equal((list, 2), (list, body.GetProperty(list).GetArrayLength()));
        Assert.Equal([-1, 0], body.GetProperty("parent").EnumerateArray().Select(parent => parent.GetInt32()));
        Assert.Equal([0, 20_000_000], body.GetProperty("from").EnumerateArray().Select(from => from.GetInt32()));
        Assert.Equal([0, 0, 20_000_000, 1, 20_000_000, 60_000_000, 0, 80_000_000, 20_000_000], body.GetProperty("path").EnumerateArray().Select(number => number.GetInt32()));
        Assert.DoesNotContain("Nils", body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_ThatArrivesLate_IsFoundAtTheNextLook()
    {
        const string Late = "77777777777777777777777777777777";
        var (before, _) = await traced.AskAsync(Traces + Late);
        traced.Store(Late, [TracedPortal.Browser("a1", "shop-web")]);

        var (after, _) = await traced.AskAsync(Traces + Late);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (before, after));
    }

    private static string? Text(JsonElement element, string member) => element.TryGetProperty(member, out var value) ? value.ToString() : null;

    private static string? AttributeOf(JsonElement span, string key) =>
        span.GetProperty("attributes").EnumerateArray().Where(attribute => Text(attribute, "key") == key).Select(attribute => Text(attribute, "value")).FirstOrDefault();
}
