using System.Net;
using System.Text.Json;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Vitals;

public sealed class VitalsParameterTests(VitalsPortals portals) : IClassFixture<VitalsPortals>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_WithManyFaults_IsRefusedOnceNamingAll()
    {
        using var response = await portals.Both.Http.GetAsync(
            "/api/v1/vitals?percentile=0.42&by=a-b&by=vital&by=json&format=xml&from=yesterday&filter=nonsense&filter=by:x", Cancellation);

        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(
            [
                "'by' is a word of the query language and cannot be filtered by.",
                "'yesterday' is no time. Use now-6h or 2026-11-23T09:00:00Z.",
                "A filter has the form key:value, for example browser_name:Arc.",
                "by: 'a-b' is no dimension.",
                "by: 'json' is no dimension.",
                "by: 'vital' is no dimension.",
                "format must be json or csv.",
                "percentile must be 0.5, 0.75, 0.9, 0.95 or 0.99.",
            ],
            problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Dimensions_MoreThanSix_AreRefused()
    {
        var seven = string.Concat(Enumerable.Range(1, 7).Select(i => $"&by=k{i}"));
        using var response = await portals.Both.Http.GetAsync($"/api/v1/vitals?{VitalsPortals.Range}{seven}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("by may be given 6 times at most.", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/vitals?by=*")]
    [InlineData("/api/v1/vitals?percentile=*")]
    [InlineData("/api/v1/vitals?app=*")]
    [InlineData("/api/v1/vitals?format=*")]
    [InlineData("/api/v1/vitals?filter=browser_name:*")]
    [InlineData("/api/v1/vitals?filter=~page_id:*")]
    [InlineData("/api/v1/vitals?filter=*:x")]
    [InlineData("/api/v1/vitals/series?percentile=*")]
    [InlineData("/api/v1/vitals/series?from=*")]
    public async Task Parameter_OfAnyText_IsAnsweredOrRefusedButBreaksNothing(string pattern)
    {
        string[] texts = [.. HostileTexts.All, "json", "offset", "le", "__name__", "app_version\n", "0001-01-01", "9999-12-31T23:59:59.9999999Z", "NaN", "0,75"];
        var broken = new List<string>();
        foreach (var text in texts)
        {
            using var response = await portals.Both.Http.GetAsync(pattern.Replace("*", Uri.EscapeDataString(text), StringComparison.Ordinal), Cancellation);
            if ((int)response.StatusCode >= 500) broken.Add($"{text}: {response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}");
        }

        Assert.Empty(broken);
        Assert.Empty(portals.Both.Faults);
    }
}
