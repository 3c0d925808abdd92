using System.Net;
using System.Text.Json;
using RumPortal.Domain.Apps;
using RumPortal.Testing;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Api;

public sealed class HostileParameterTests(HostileVisitors visitors) : IClassFixture<HostileVisitors>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly string[] Numbers = ["0", "-1", "101", "5001", "2147483648", "1e3", "NaN", "٣", " 5", "0x10"];

    private static readonly string[] Times =
    [
        "0001-01-01", "0001-01-01T00:00:00Z", "1677-09-21T00:12:43Z", "1969-12-31T23:59:59Z", "2262-04-11T23:47:17Z",
        "9999-12-31T23:59:59.9999999Z", "NaN", "1e400",
        "now-1e9d", "now--5m", "now-0s", "now-9223372036854775808s", "now-99999999d", "now+1h", "-5m", "2026-02-30", "12:00",
    ];

    private static readonly string[] Cursors =
        ["AA", "AAAAAAAAAAA", "f_________8", "__________8", "gAAAAAAAAAA", new string('A', 4000), "%00", "../../ready"];

    private static IEnumerable<string> Hostile =>
        [.. HostileTexts.All, .. Numbers, .. Times, .. Cursors, "..", "../../ready", "__name__", "a.b", new string('(', 2000)];

    [Theory]
    [InlineData("/api/v1/apps?environment=*")]
    [InlineData("/api/v1/apps?from=*")]
    [InlineData("/api/v1/sessions?app=*")]
    [InlineData("/api/v1/sessions?environment=*")]
    [InlineData("/api/v1/sessions?version=*")]
    [InlineData("/api/v1/sessions?user=*")]
    [InlineData("/api/v1/sessions?userId=*")]
    [InlineData("/api/v1/sessions?filter=*")]
    [InlineData("/api/v1/sessions?filter=browser_name:*")]
    [InlineData("/api/v1/sessions?filter=!user_username:*")]
    [InlineData("/api/v1/sessions?filter=~page_url:*")]
    [InlineData("/api/v1/sessions?filter=*:x")]
    [InlineData("/api/v1/sessions?from=*")]
    [InlineData("/api/v1/sessions?to=*")]
    [InlineData("/api/v1/sessions?from=*&to=*")]
    [InlineData("/api/v1/sessions?limit=*")]
    [InlineData("/api/v1/sessions?cursor=*")]
    [InlineData("/api/v1/sessions?tz=*")]
    [InlineData("/api/v1/sessions?*=x")]
    [InlineData("/api/v1/sessions/*/hostile001")]
    [InlineData("/api/v1/sessions/shop-web/*")]
    [InlineData("/api/v1/sessions/shop-web/hostile001?include=*")]
    [InlineData("/api/v1/sessions/shop-web/hostile001?from=*")]
    public async Task Parameter_OfAnyText_IsAnsweredOrRefusedButBreaksNothing(string pattern)
    {
        var faults = new List<string>();
        foreach (var text in Hostile)
        {
            var (status, body) = await AskAsync(pattern.Replace("*", Uri.EscapeDataString(text), StringComparison.Ordinal));
            if ((int)status is >= 500 || body.Contains("foreign0001", StringComparison.Ordinal))
                faults.Add($"{text}: {status} {body[..Math.Min(300, body.Length)]}");
        }

        Assert.Empty(faults);
        Assert.Empty(visitors.Portal.Faults);
    }

    [Fact]
    public async Task UserId_OfAnyText_FindsExactlyThatVisitor()
    {
        foreach (var (name, index) in HostileVisitors.Names.Select((name, index) => (name, index)))
        {
            var found = await SessionsAsync($"userId={Uri.EscapeDataString(name)}");
            Assert.Equal((name, HostileVisitors.SessionOf(index)), (name, string.Join(" ", found)));
        }
    }

    [Fact]
    public async Task Filter_OfAnyText_FindsExactlyThatVisitor()
    {
        foreach (var (name, index) in HostileVisitors.Names.Select((name, index) => (name, index)))
        {
            var found = await SessionsAsync($"filter={Uri.EscapeDataString($"user_username:{name}")}");
            Assert.Equal((name, HostileVisitors.SessionOf(index)), (name, string.Join(" ", found)));
        }
    }

    [Fact]
    public async Task User_OfAnyText_FindsThatVisitor()
    {
        foreach (var (name, index) in HostileVisitors.Names.Select((name, index) => (name, index)))
            if (name.Trim().Length is > 0 and <= 200)
                Assert.Contains(HostileVisitors.SessionOf(index), await SessionsAsync($"user={Uri.EscapeDataString(name)}"));
    }

    [Fact]
    public async Task Filters_Thousand_AreRefused()
    {
        var (status, body) = await AskAsync("/api/v1/sessions?" + string.Join('&', Enumerable.Range(0, 500).Select(i => $"filter=a{i}:b")));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Only the first 32 filters are used.", body);
    }

    [Fact]
    public async Task Address_Of128KiB_IsRefused()
    {
        var (status, _) = await AskAsync($"/api/v1/sessions?user={new string('u', 128 * 1024 + 1)}");

        Assert.Equal(HttpStatusCode.RequestUriTooLong, status);
    }

    [Theory]
    [InlineData("X-Scope-OrgID", "other")]
    [InlineData("X-Grafana-User", "admin")]
    [InlineData("Accept-Language", "tr-TR,;q=,,,")]
    [InlineData("Range", "bytes=0-,0-,0-")]
    public async Task Header_OfAClient_ChangesNothing(string name, string value)
    {
        using var plain = RunningPortal.As(ViewerRole.Viewer, PortalSetup.StorefrontTeam, "/api/v1/sessions?from=now-1h&userId=null");
        using var request = RunningPortal.As(ViewerRole.Viewer, PortalSetup.StorefrontTeam, "/api/v1/sessions?from=now-1h&userId=null");
        request.Headers.TryAddWithoutValidation(name, value);

        Assert.Equal(await IdsAsync(plain), await IdsAsync(request));
    }

    private async Task<List<string>> SessionsAsync(string question)
    {
        var path = $"/api/v1/sessions?from=now-1h&limit=100&{question}";
        using var request = RunningPortal.As(ViewerRole.Viewer, PortalSetup.StorefrontTeam, path);
        return await IdsAsync(request);
    }

    private async Task<List<string>> IdsAsync(HttpRequestMessage request)
    {
        using var response = await visitors.Portal.Http.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{request.RequestUri}: {response.StatusCode} {text}");
        var items = JsonDocument.Parse(text).RootElement.GetProperty("items").EnumerateArray();
        return [.. items.Select(item => item.GetProperty("id").GetString()!).Order(StringComparer.Ordinal)];
    }

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(string path)
    {
        using var request = RunningPortal.As(ViewerRole.Viewer, PortalSetup.StorefrontTeam, path);
        using var response = await visitors.Portal.Http.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }
}
