using System.Net;
using System.Text;
using System.Text.Json;
using RumPortal.Sandbox.Hosting;

namespace RumPortal.IntegrationTests.Sandbox.Ruler;

/// <summary>The ruler of a running sandbox over HTTP: set rules, push lines, evaluate, ask Prometheus.</summary>
public sealed class RulerApiTests : IAsyncLifetime
{
    private const string Group =
        """
        name: errors
        interval: 5m
        rules:
        - record: app_lines:count5m
          expr: sum by (kind) (count_over_time({app="shop"} | logfmt [5m] offset 30s))
          labels: {team: "007"}
        """;

    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private SandboxHost _sandbox = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { Portal = false, Demo = false, ShopPort = 0 }, cancellation: Cancellation);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Groups_SetReadAndRemoved_FollowLokisAnswers()
    {
        Assert.Equal((404, "text/plain", "no rule groups found\n"), await SendAsync(HttpMethod.Get, "loki/api/v1/rules"));
        Assert.Equal((202, "application/json", """{"status":"success","data":null,"errorType":"","error":""}"""), await SendAsync(HttpMethod.Post, "loki/api/v1/rules/team%20a", Group));

        const string Stored = "name: errors\ninterval: 5m\nrules:\n- record: app_lines:count5m\n  expr: sum by (kind) (count_over_time({app=\"shop\"} | logfmt [5m] offset 30s))\n  labels:\n    team: \"007\"\n";
        var list = "team a:\n- " + string.Join("\n", Stored.TrimEnd().Split('\n').Select((line, i) => i == 0 ? line : "  " + line)) + "\n";
        Assert.Equal((200, "application/yaml", Stored), await SendAsync(HttpMethod.Get, "loki/api/v1/rules/team%20a/errors"));
        Assert.Equal((200, "application/yaml", list), await SendAsync(HttpMethod.Get, "loki/api/v1/rules/team%20a"));
        Assert.Equal((200, "application/yaml", list), await SendAsync(HttpMethod.Get, "loki/api/v1/rules"));

        Assert.Equal((404, "text/plain", "no rule groups found\n"), await SendAsync(HttpMethod.Get, "loki/api/v1/rules/other"));
        Assert.Equal((404, "text/plain", "group does not exist\n"), await SendAsync(HttpMethod.Get, "loki/api/v1/rules/team%20a/other"));
        Assert.Equal((404, "text/plain", "group does not exist\n"), await SendAsync(HttpMethod.Delete, "loki/api/v1/rules/team%20a/other"));
        Assert.Equal(202, (await SendAsync(HttpMethod.Delete, "loki/api/v1/rules/team%20a/errors")).Status);
        Assert.Equal((404, "text/plain", "group namespace does not exist\n"), await SendAsync(HttpMethod.Delete, "loki/api/v1/rules/team%20a"));
    }

    [Theory]
    [InlineData("loki/api/v1/rules/a", "- a list", 400, "unable to decoded rule group\n")]
    [InlineData("loki/api/v1/rules/a", "", 400, "unable to decoded rule group\n")]
    [InlineData("loki/api/v1/rules/a", "name: g\nrules: [{record: m, expr: 1, for: 1m}]", 400, "invalid field 'for' in recording rule\n")]
    [InlineData("loki/api/v1/rules/a%2F..%2Fb", Group, 400, "invalid namespace name\n")]
    [InlineData("sandbox/ruler/evaluate", "soon", 400, "the body is not JSON: ")]
    public async Task Request_ThatIsWrong_IsRefusedInPlainText(string path, string body, int status, string text)
    {
        var answer = await SendAsync(HttpMethod.Post, path, body);

        Assert.Equal((status, "text/plain"), (answer.Status, answer.Type));
        Assert.StartsWith(text, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_LargerThanAMegabyte_IsRefused() =>
        Assert.Equal(413, (await SendAsync(HttpMethod.Post, "loki/api/v1/rules/a", "#" + new string('x', 2 << 20))).Status);

    [Fact]
    public async Task Lines_EvaluatedOverARange_AreInPrometheus()
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(1_790_000_100);
        await SendAsync(HttpMethod.Post, "loki/api/v1/rules/a", Group);
        await PushAsync(start, "kind=log", "kind=log", "kind=event");

        var report = await SendAsync(HttpMethod.Post, "sandbox/ruler/evaluate", $$"""{"from":{{start.ToUnixTimeSeconds()}},"to":"{{start.AddMinutes(20):O}}"}""");
        var found = await QueryAsync("sum by (kind, team) (sum_over_time(app_lines:count5m[1d]))", start.AddMinutes(20));

        Assert.Equal("""{"evaluations":5,"samples":2,"ended":2,"failed":0,"rolledUp":0,"failures":[]}""", report.Body);
        Assert.Equal("""[{"metric":{"kind":"event","team":"007"},"value":[1790001300,"1"]},{"metric":{"kind":"log","team":"007"},"value":[1790001300,"2"]}]""", found);
    }

    [Fact]
    public async Task State_AfterAnEvaluation_IsPrometheusStyle()
    {
        await SendAsync(HttpMethod.Post, "loki/api/v1/rules/a", Group);
        await SendAsync(HttpMethod.Post, "loki/api/v1/rules/b", "name: broken\nrules:\n- record: x\n  expr: '{app=\"shop\"}'\n");

        Assert.Equal(["unknown", "unknown"], (await RulesAsync("")).Select(rule => rule.Health));
        await SendAsync(HttpMethod.Post, "sandbox/ruler/evaluate", """{"time":1790000100}""");

        Assert.Equal([("app_lines:count5m", "ok", ""), ("x", "err", "rule result is not a vector or scalar")], await RulesAsync(""));
        Assert.Equal([("x", "err", "rule result is not a vector or scalar")], await RulesAsync("?type=record&rule_group[]=broken"));
        Assert.Equal([("app_lines:count5m", "ok", "")], await RulesAsync("?file=a"));
        Assert.Empty(await RulesAsync("?type=alert"));
        Assert.Equal((400, """{"status":"error","errorType":"bad_data","error":"unsupported rule type \u0022all\u0022"}"""), await StateAsync("?type=all"));
    }

    private async Task<IReadOnlyList<(string Name, string Health, string Error)>> RulesAsync(string query)
    {
        var (status, body) = await StateAsync(query);
        Assert.Equal(200, status);
        return [.. JsonDocument.Parse(body).RootElement.GetProperty("data").GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("rules").EnumerateArray())
            .Select(rule => (rule.GetProperty("name").GetString()!, rule.GetProperty("health").GetString()!, rule.GetProperty("lastError").GetString()!))];
    }

    private async Task<(int Status, string Body)> StateAsync(string query)
    {
        var (status, _, body) = await SendAsync(HttpMethod.Get, "prometheus/api/v1/rules" + query);
        return (status, body);
    }

    private async Task<string> QueryAsync(string query, DateTimeOffset time)
    {
        var url = new Uri(_sandbox.Urls.Prometheus, $"api/v1/query?query={Uri.EscapeDataString(query)}&time={time.ToUnixTimeSeconds()}");
        using var document = JsonDocument.Parse(await _http.GetStringAsync(url, Cancellation));
        return document.RootElement.GetProperty("data").GetProperty("result").GetRawText();
    }

    private async Task PushAsync(DateTimeOffset time, params string[] lines)
    {
        var values = lines.Select((line, i) => new[] { $"{(time.ToUnixTimeMilliseconds() * 1_000_000) + i}", line });
        var body = JsonSerializer.Serialize(new { streams = new[] { new { stream = new { app = "shop" }, values } } });
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri(_sandbox.Urls.Loki, "loki/api/v1/push"), content, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private async Task<(int Status, string Type, string Body)> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(_sandbox.Urls.Loki, path));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/yaml");
        using var response = await _http.SendAsync(request, Cancellation);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsStringAsync(Cancellation));
    }
}
