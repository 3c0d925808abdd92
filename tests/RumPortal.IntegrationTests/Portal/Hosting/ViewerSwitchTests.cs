using System.Net;
using System.Text.Json;
using RumPortal.Portal.Auth;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Hosting;

public sealed class ViewerSwitchTests(RecordedPortal recorded) : IClassFixture<RecordedPortal>, IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly DeveloperBrowser _browser = new();

    private Uri Url => recorded.Portal.Url;

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task Form_OfTheMenu_SwitchesPagesAndApiAndBack()
    {
        var page = await _browser.OpenAsync(Url, "/sessions?app=docs-site&tz=utc");
        Assert.Equal("Admin", DeveloperBrowser.ViewerOn(page));
        Assert.Equal(["admin-console", "docs-site", "shop-web"], await AppsAsync());

        using (var answer = await _browser.SwitchAsync(Url, page, "Viewer", PortalSetup.DocumentationTeam))
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal("/sessions?app=docs-site&tz=utc", answer.Headers.Location?.OriginalString);
            var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        }

        page = await _browser.OpenAsync(Url, "/");
        Assert.Equal("Documentation team", DeveloperBrowser.ViewerOn(page));
        Assert.Equal(["docs-site"], await AppsAsync());

        using var back = await _browser.SwitchAsync(Url, page, "Admin", "");
        Assert.Equal("Admin", DeveloperBrowser.ViewerOn(await _browser.OpenAsync(Url, "/")));
        Assert.Equal(3, (await AppsAsync()).Count);
    }

    [Theory]
    [InlineData("//evil.example.test/")]
    [InlineData("/\\evil.example.test")]
    [InlineData("https://evil.example.test/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/x\r\nSet-Cookie: a=b")]
    [InlineData("")]
    public async Task Form_ReturningElsewhere_LeadsHome(string returnUrl)
    {
        var page = await _browser.OpenAsync(Url, "/");

        using var answer = await _browser.SwitchAsync(Url, page, "Viewer", PortalSetup.StorefrontTeam, returnUrl);

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("King", "")]
    [InlineData("7", "")]
    [InlineData("Viewer", "Nobody's team")]
    public async Task Form_WithUnknownValues_ChangesNothing(string role, string team)
    {
        var page = await _browser.OpenAsync(Url, "/");

        using var answer = await _browser.SwitchAsync(Url, page, role, team);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("Admin", DeveloperBrowser.ViewerOn(await _browser.OpenAsync(Url, "/")));
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_ChangesNothing()
    {
        using var fields = new FormUrlEncodedContent([new("role", "Viewer"), new("team", PortalSetup.DocumentationTeam)]);
        using var answer = await recorded.Portal.Http.PostAsync(DevelopmentViewerEndpoint.Path, fields, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var word = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal("The portal refused this (HTTP 400). Go back, load the page again and repeat.", word);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Empty(recorded.Portal.Faults);
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/sessions")]
    [InlineData("/development/nothing")]
    public async Task Post_ToWhereNothingTakesIt_IsRefused(string path)
    {
        using var fields = new FormUrlEncodedContent([new("role", "Viewer")]);
        using var answer = await recorded.Portal.Http.PostAsync(path, fields, Cancellation);

        Assert.InRange((int)answer.StatusCode, 400, 405);
        Assert.Empty(recorded.Portal.Faults);
    }

    [Theory]
    [InlineData("Viewer")]
    [InlineData("Viewer.%%%")]
    [InlineData("99.")]
    [InlineData("Viewer..")]
    public async Task Cookie_ThatIsNotOurs_MeansTheDefault(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/apps?" + RecordedPortal.Range);
        request.Headers.TryAddWithoutValidation("Cookie", $"{DevelopmentViewer.Cookie}={cookie}");
        using var response = await recorded.Portal.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<List<string>> AppsAsync()
    {
        using var apps = JsonDocument.Parse(await _browser.GetTextAsync(Url, "/api/v1/apps?" + RecordedPortal.Range));
        var names = apps.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!);
        return [.. names.Distinct().Order(StringComparer.Ordinal)];
    }
}
