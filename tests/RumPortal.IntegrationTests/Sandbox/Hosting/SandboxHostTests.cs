using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using RumPortal.Sandbox.Hosting;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Sandbox.Hosting;

public sealed class SandboxHostTests : IDisposable
{
    private static readonly SandboxOptions BackendsOnly = new() { Portal = false, Demo = false };

    private static readonly SandboxOptions SmallDemo = new()
    {
        Portal = false, ShopPort = 0, History = TimeSpan.FromMinutes(30), LinesPerDay = 200_000,
    };

    private readonly HttpClient _http = new(new SocketsHttpHandler());

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Start_BackendsOnly_TakesWhatABrowserPostsToLoki()
    {
        await using var sandbox = await StartAsync(BackendsOnly);
        const string Body = """{"meta":{"app":{"name":"own-app"}},"logs":[{"message":"hello 世界","level":"info","timestamp":"2026-11-20T00:00:00Z"}]}""";

        using var content = new StringContent(Body, Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(sandbox.Urls.Collector, content, TestContext.Current.CancellationToken);
        var lines = await UntilAsync(() => CountAsync(sandbox, """{app_name="own-app"} |= "hello 世界" """), count => count > 0);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(1, lines);
        Assert.Null(sandbox.Urls.Shop);
        Assert.Null(sandbox.Urls.Portal);
    }

    [Fact]
    public async Task Start_Dataset_ServesItsLinesToAnyClient()
    {
        await using var sandbox = await StartAsync(BackendsOnly with { Dataset = Repository.Conformance });

        var total = await CountAsync(sandbox, """{kind=~".+"}""", "7d", "1795219200");

        Assert.Equal(6_315, total);
    }

    [Fact]
    public async Task Start_DatasetWithMetrics_ServesThemFromPrometheus()
    {
        await using var sandbox = await StartAsync(BackendsOnly with { Dataset = Repository.Conformance });

        var query = Uri.EscapeDataString("count({__name__=~\".+\"}) by (__name__)");
        var answer = await _http.GetStringAsync(new Uri(sandbox.Urls.Prometheus, $"/api/v1/query?query={query}&time=1795143600"), TestContext.Current.CancellationToken);

        Assert.Contains("""{"metric":{"__name__":"rum_vital_density:count5m"},"value":[1795143600,"36"]}""", answer);
    }

    [Fact]
    public async Task Faults_SetOnPrometheus_LeaveLokiAlone()
    {
        await using var sandbox = await StartAsync(BackendsOnly);
        using var fault = new StringContent("""{"status":503}""", Encoding.UTF8, "application/json");

        using var set = await _http.PostAsync(new Uri(sandbox.Urls.Prometheus, "/sandbox/faults"), fault, TestContext.Current.CancellationToken);
        var broken = await StatusAsync(new Uri(sandbox.Urls.Prometheus, "/-/ready"));
        var other = await StatusAsync(new Uri(sandbox.Urls.Loki, "/ready"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (broken, other));
    }

    [Fact]
    public async Task Start_BrokenDataset_SaysWhatIsWrongWithIt()
    {
        var folder = Directory.CreateTempSubdirectory("rumportal-dataset");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "lines.jsonl.gz"), "not gzip", TestContext.Current.CancellationToken);

            var failure = await Assert.ThrowsAsync<SandboxException>(() => StartAsync(BackendsOnly with { Dataset = folder.FullName }));

            Assert.StartsWith("The data set (--dataset) cannot be loaded: ", failure.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Start_Demo_ShowsHistoryAndGoesOn()
    {
        await using var sandbox = await StartAsync(SmallDemo);

        var history = await UntilAsync(() => CountAsync(sandbox, """{app_name=~"shop-web|account-portal|docs-site"}"""), count => count > 500);
        using var shop = await _http.GetAsync(sandbox.Urls.Shop, TestContext.Current.CancellationToken);
        var api = await _http.GetStringAsync(new Uri(sandbox.Urls.ShopApi!, "/api/products"), TestContext.Current.CancellationToken);

        Assert.True(history > 500, $"Only {history} lines of history arrived.");
        Assert.Equal(HttpStatusCode.OK, shop.StatusCode);
        Assert.Contains("iron-kettle", api);
    }

    [Fact]
    public async Task Dispose_Demo_LeavesNoPortOpen()
    {
        var sandbox = await StartAsync(SmallDemo);
        Uri[] urls = [sandbox.Urls.Loki, sandbox.Urls.Prometheus, sandbox.Urls.Collector, sandbox.Urls.Shop!, .. sandbox.Urls.ShopOrigins!.All];

        await sandbox.DisposeAsync();

        Assert.All(urls, url => Assert.False(Listens(url.Port), $"Port {url.Port} is still open."));
    }

    [Theory]
    [InlineData("--loki-port")]
    [InlineData("--prometheus-port")]
    [InlineData("--tempo-port")]
    [InlineData("--otlp-port")]
    [InlineData("--faro-port")]
    [InlineData("--shop-port")]
    [InlineData("--shop-api-port")]
    [InlineData("--portal-port")]
    public async Task Start_PortTaken_NamesTheOptionAndLeavesNothingRunning(string option)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var failure = await Assert.ThrowsAsync<SandboxException>(() => StartAsync(WithPort(SmallDemo with { History = TimeSpan.Zero }, option, port)));

        Assert.StartsWith($"Port {port} cannot be used ({option}): ", failure.Message);
    }

    [Fact]
    public async Task Faults_SetOnABackend_HitItUntilHealed()
    {
        await using var sandbox = await StartAsync(BackendsOnly);
        var faults = new Uri(sandbox.Urls.Loki, "/sandbox/faults");
        using var fault = new StringContent("""{"status":503}""", Encoding.UTF8, "application/json");

        using var set = await _http.PostAsync(faults, fault, TestContext.Current.CancellationToken);
        var broken = await StatusAsync(new Uri(sandbox.Urls.Loki, "/ready"));
        using var healed = await _http.DeleteAsync(faults, TestContext.Current.CancellationToken);
        var whole = await StatusAsync(new Uri(sandbox.Urls.Loki, "/ready"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (broken, whole));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task ReceiverCors_OldOrCurrent_DecidesAboutTheIdempotencyKey(bool old, bool allowed)
    {
        var cors = old ? RumPortal.Sandbox.FaroReceiver.CorsHeaderList.Old : RumPortal.Sandbox.FaroReceiver.CorsHeaderList.Current;
        await using var sandbox = await StartAsync(BackendsOnly with { ReceiverCors = cors });
        using var preflight = new HttpRequestMessage(HttpMethod.Options, sandbox.Urls.Collector);
        preflight.Headers.Add("Origin", "http://127.0.0.1:5090");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type,idempotency-key,x-faro-session-id");

        using var answer = await _http.SendAsync(preflight, TestContext.Current.CancellationToken);

        Assert.Equal(allowed, answer.Headers.Contains("Access-Control-Allow-Headers"));
    }

    private static Task<SandboxHost> StartAsync(SandboxOptions options) =>
        SandboxHost.StartAsync(options, cancellation: TestContext.Current.CancellationToken);

    private static SandboxOptions WithPort(SandboxOptions options, string option, int port) => option switch
    {
        "--loki-port" => options with { LokiPort = port },
        "--prometheus-port" => options with { PrometheusPort = port },
        "--tempo-port" => options with { TempoPort = port },
        "--otlp-port" => options with { OtlpPort = port },
        "--faro-port" => options with { FaroPort = port },
        "--shop-port" => options with { ShopPort = port },
        "--shop-api-port" => options with { ShopApiPort = port },
        _ => options with { Portal = true, PortalPort = port },
    };

    private static bool Listens(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<long> UntilAsync(Func<Task<long>> read, Func<long, bool> enough)
    {
        var count = await read();
        for (var attempt = 0; attempt < 300 && !enough(count); attempt++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            count = await read();
        }

        return count;
    }

    private async Task<HttpStatusCode> StatusAsync(Uri url)
    {
        using var response = await _http.GetAsync(url, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private async Task<long> CountAsync(SandboxHost sandbox, string selector, string range = "1h", string? time = null)
    {
        var query = Uri.EscapeDataString($"sum(count_over_time({selector} [{range}]))");
        var url = new Uri(sandbox.Urls.Loki, $"/loki/api/v1/query?query={query}{(time is null ? "" : $"&time={time}")}");
        using var document = JsonDocument.Parse(await _http.GetStringAsync(url, TestContext.Current.CancellationToken));
        var result = document.RootElement.GetProperty("data").GetProperty("result");
        return result.GetArrayLength() == 0
            ? 0
            : long.Parse(result[0].GetProperty("value")[1].GetString()!, System.Globalization.CultureInfo.InvariantCulture);
    }
}
