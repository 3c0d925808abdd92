using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using RumPortal.Portal.Auth;

namespace RumPortal.IntegrationTests.Portal.Hosting;

/// <summary>Opens pages and sends the viewer menu's form as a browser without scripts does; keeps cookies, follows no redirects.</summary>
internal sealed class DeveloperBrowser : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public async Task<IHtmlDocument> OpenAsync(Uri portal, string path)
    {
        using var response = await _http.GetAsync(new Uri(portal, path), Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Sends the form of a page that was opened before, perhaps from another run of the portal.</summary>
    public async Task<HttpResponseMessage> SwitchAsync(Uri portal, IHtmlDocument page, string role, string team, string? returnUrl = null)
    {
        var form = page.QuerySelector($"form[action='{DevelopmentViewerEndpoint.Path}']")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()
            .ToDictionary(input => input.Name!, input => input.Value);
        (fields["role"], fields["team"]) = (role, team);
        if (returnUrl is not null) fields["returnUrl"] = returnUrl;
        using var content = new FormUrlEncodedContent(fields);
        return await _http.PostAsync(new Uri(portal, DevelopmentViewerEndpoint.Path), content, Cancellation);
    }

    public Task<string> GetTextAsync(Uri portal, string path) => _http.GetStringAsync(new Uri(portal, path), Cancellation);

    /// <summary>Whom the page says it is shown to.</summary>
    public static string ViewerOn(IHtmlDocument page) => page.QuerySelector("nav.side details summary")?.TextContent.Trim() ?? "";

    public void Dispose() => _http.Dispose();
}
