using System.Globalization;
using System.Text.Json;
using RumPortal.Sandbox.Hosting;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Sandbox.Ruler;

/// <summary>The demo from start to recorded series, and rule files from a folder.</summary>
public sealed class DemoRecordingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task History_OfTheDemo_IsRecordedForItsWholeLength()
    {
        await using var sandbox = await SandboxHost.StartAsync(Options() with { Demo = true, History = TimeSpan.FromHours(3), LinesPerDay = 20_000 }, cancellation: Cancellation);
        using var http = new HttpClient(new SocketsHttpHandler());

        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        var (apps, intervals) = (0, 0);
        while (TimeProvider.System.GetUtcNow() < deadline && (apps < 3 || intervals < 30))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
            apps = (await QueryAsync(http, sandbox, "query", """query=count by (app_name) (sum_over_time(rum_vital_density:count5m{dimensions="page_id", scheme="vitals-24"}[4h]))""")).Count;
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
            var matrix = await QueryAsync(http, sandbox, "query_range", $"query=sum(sum_over_time(rum_vital_density:count5m[299999ms]))&step=300&start={now / 300 * 300 - 10_800}&end={now / 300 * 300}");
            intervals = matrix.Count == 0 ? 0 : matrix[0].GetProperty("values").GetArrayLength();
        }

        Assert.Equal(3, apps);
        Assert.InRange(intervals, 30, 37);
        Assert.NotEmpty(await QueryAsync(http, sandbox, "query", "query=sum_over_time(rum_vital_density:count1h[4h])"));
    }

    [Fact]
    public async Task Folder_OfRuleFiles_IsLoadedInPlaceOfTheDemos()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder, "a.yaml", "groups:\n- name: g\n  rules:\n  - record: m\n    expr: '1'\n");
        await WriteAsync(folder, "a.prometheus.yaml", "groups:\n- name: p\n  interval: 1m\n  rules:\n  - record: n\n    expr: m\n");

        await using var sandbox = await SandboxHost.StartAsync(Options() with { Rules = folder.Path }, cancellation: Cancellation);
        using var http = new HttpClient(new SocketsHttpHandler());

        Assert.Equal("rumportal:\n- name: g\n  rules:\n  - record: m\n    expr: \"1\"\n", await http.GetStringAsync(new Uri(sandbox.Urls.Loki, "loki/api/v1/rules"), Cancellation));
        Assert.Contains("\"file\":\"a.prometheus.yaml\"", await http.GetStringAsync(new Uri(sandbox.Urls.Prometheus, "api/v1/rules"), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_WithAnIntervalOfTheOptions_AreEvaluatedThatOften()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder, "a.yaml", "groups:\n- name: g\n  interval: 1h\n  rules:\n  - record: m\n    expr: '1'\n");
        await using var sandbox = await SandboxHost.StartAsync(Options() with { Rules = folder.Path, RulerInterval = TimeSpan.FromSeconds(1) }, cancellation: Cancellation);
        using var http = new HttpClient(new SocketsHttpHandler());

        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        var samples = 0.0;
        while (samples < 2 && TimeProvider.System.GetUtcNow() < deadline)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
            var found = await QueryAsync(http, sandbox, "query", "query=count_over_time(m[10m])");
            if (found.Count > 0) samples = double.Parse(found[0].GetProperty("value")[1].GetString() ?? "", CultureInfo.InvariantCulture);
        }

        Assert.True(samples >= 2, $"{samples} samples");
    }

    [Theory]
    [InlineData("a.yaml", "groups: 1\n", "a.yaml: yaml: line 1: a list is needed here")]
    [InlineData("a.yaml", "groups:\n- name: g\n  rules:\n  - record: m\n", "a.yaml: group g: field 'expr' must be set in rule")]
    [InlineData("a.prometheus.yaml", "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: m\n", "a.prometheus.yaml: group g: A: alerting rules are not supported by the sandbox's Prometheus")]
    [InlineData("a.prometheus.yaml", "groups:\n- name: g\n  rules:\n  - record: m\n    expr: 'sum('\n", "a.prometheus.yaml: group g: ")]
    public async Task Folder_WithABrokenFile_StopsTheStartAndNamesIt(string file, string yaml, string error)
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder, file, yaml);

        var failure = await Assert.ThrowsAsync<SandboxException>(() => SandboxHost.StartAsync(Options() with { Rules = folder.Path }, cancellation: Cancellation));

        Assert.StartsWith("The rules (--rules) cannot be loaded: " + error, failure.Message, StringComparison.Ordinal);
    }

    private static SandboxOptions Options() => new() { Portal = false, Demo = false, ShopPort = 0 };

    private static Task WriteAsync(TemporaryFolder folder, string name, string text) => File.WriteAllTextAsync(Path.Combine(folder.Path, name), text, Cancellation);

    private static async Task<IReadOnlyList<JsonElement>> QueryAsync(HttpClient http, SandboxHost sandbox, string endpoint, string parameters)
    {
        using var body = new StringContent(parameters, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await http.PostAsync(new Uri(sandbox.Urls.Prometheus, "api/v1/" + endpoint), body, Cancellation);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        return [.. document.RootElement.GetProperty("data").GetProperty("result").EnumerateArray().Select(item => item.Clone())];
    }
}
