namespace RumPortal.IntegrationTests.Portal.Hosting;

public sealed class SecurityHeaderTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sessions")]
    [InlineData("/sessions/shop-web/abc")]
    [InlineData("/users/abc")]
    [InlineData("/admin")]
    [InlineData("/no-such-page")]
    [InlineData("/api/v1/apps")]
    [InlineData("/api/v1/sessions?from=bad")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/livez")]
    [InlineData("/css/portal.css")]
    public async Task Answer_OfAnyKind_CarriesTheHeaders(string path)
    {
        using var response = await portal.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("camera=(), geolocation=(), microphone=()", Header(response, "Permissions-Policy"));
        Assert.Empty(Header(response, "Server") + Header(response, "X-Powered-By"));
        var policy = Header(response, "Content-Security-Policy").Split("; ");
        Assert.Equal(
            [
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data:",
                "font-src 'self' data:",
                $"connect-src 'self' ws://{portal.Portal.Url.Authority}",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'",
            ],
            policy);
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(" | ", values) : "";
}
