using System.Net;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Hosting;

public sealed class RequestGuardTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> ForeignHeaders => new()
    {
        { "Host", "portal.example.test", "its Host is 'portal.example.test'" },
        { "Host", "localhost.example.test", "its Host is 'localhost.example.test'" },
        { "Host", "127.0.0.1.example.test:5080", "its Host is '127.0.0.1.example.test'" },
        { "Host", "192.0.2.1", "its Host is '192.0.2.1'" },
        { "Origin", "https://evil.example.test", "its Origin is 'https://evil.example.test'" },
        { "Origin", "null", "its Origin is 'null'" },
        { "Origin", "http://127.0.0.1:1", "its Origin is 'http://127.0.0.1:1'" },
        { "Sec-Fetch-Site", "cross-site", "(Sec-Fetch-Site: cross-site)" },
        { "Sec-Fetch-Site", "same-site", "(Sec-Fetch-Site: same-site)" },
        { "X-Forwarded-For", "127.0.0.1", "it carries the header X-Forwarded-For" },
        { "X-Forwarded-Host", "localhost", "it carries the header X-Forwarded-Host" },
        { "X-Forwarded-Proto", "https", "it carries the header X-Forwarded-Proto" },
        { "Forwarded", "for=127.0.0.1", "it carries the header Forwarded" },
        { "X-Original-URL", "/livez", "it carries the header X-Original-URL" },
        { "Via", "1.1 proxy", "it carries the header Via" },
    };

    [Theory]
    [MemberData(nameof(ForeignHeaders))]
    public async Task Request_FromElsewhere_IsRefusedWithTheReason(string header, string value, string reason)
    {
        foreach (var path in (string[])["/", "/api/v1/apps", "/livez", "/_blazor/negotiate?negotiateVersion=1"])
        {
            var method = path.StartsWith("/_blazor", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get;
            using var request = new HttpRequestMessage(method, path);
            request.Headers.TryAddWithoutValidation(header, value);
            using var response = await portal.Http.SendAsync(request, Cancellation);

            Assert.Equal((path, HttpStatusCode.Forbidden), (path, response.StatusCode));
            Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
            Assert.Contains(reason, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Host", "localhost:5080")]
    [InlineData("Host", "LOCALHOST")]
    [InlineData("Host", "[::1]:5080")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task Request_OfTheDeveloper_IsServed(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await portal.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
