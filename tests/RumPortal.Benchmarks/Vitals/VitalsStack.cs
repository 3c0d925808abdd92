using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using RumPortal.Sandbox.FaroReceiver;
using RumPortal.Sandbox.Hosting;
using RumPortal.Sandbox.Visitors;
using RumPortal.Testing;

namespace RumPortal.Benchmarks.Vitals;

/// <summary>
/// A Loki with thirty days of lines and a Prometheus with what the rules recorded from them: those that <c>RUMPORTAL_TEST_LOKI</c> and
/// <c>RUMPORTAL_TEST_PROMETHEUS</c> name, or else the sandbox's with the visitors of its demo.
/// </summary>
internal sealed class VitalsStack : IAsyncDisposable
{
    public static readonly TimeSpan Range = TimeSpan.FromDays(30);

    // Lines of all three apps, a weekday.
    private static readonly int[] SandboxTraffic = [2_000, 10_000];

    // The first window of a rule lies before its time.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(2);

    private readonly SandboxHost? _sandbox;

    private VitalsStack(SandboxHost? sandbox, Uri loki, Uri prometheus, TimeProvider clock, DateTimeOffset to) =>
        (_sandbox, Loki, Prometheus, Clock, To) = (sandbox, loki, prometheus, clock, to);

    public Uri Loki { get; }

    public Uri Prometheus { get; }

    public TimeProvider Clock { get; }

    /// <summary>The end of the thirty days.</summary>
    public DateTimeOffset To { get; }

    /// <summary>Whether the servers are real, so that their times mean something.</summary>
    public bool IsReal => _sandbox is null;

    public string LokiTenant { get; } = Variable("RUMPORTAL_TEST_LOKI_TENANT") ?? "";

    public string PrometheusTenant { get; } = Variable("RUMPORTAL_TEST_PROMETHEUS_TENANT") ?? "";

    /// <summary>The app that is looked at.</summary>
    public string App { get; } = Variable("RUMPORTAL_TEST_APP") ?? "shop-web";

    /// <summary>The servers of the environment, or one sandbox after the other, each with more traffic than the one before.</summary>
    public static async IAsyncEnumerable<VitalsStack> StartAsync()
    {
        if (Variable("RUMPORTAL_TEST_LOKI") is { } loki && Variable("RUMPORTAL_TEST_PROMETHEUS") is { } prometheus)
        {
            await using var stack = Given(loki, prometheus);
            yield return stack;
            yield break;
        }
        foreach (var linesPerDay in SandboxTraffic)
        {
            await using var stack = await StartSandboxAsync(linesPerDay);
            yield return stack;
        }
    }

    public ValueTask DisposeAsync() => _sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static VitalsStack Given(string loki, string prometheus)
    {
        Console.WriteLine($"Over {loki} and {prometheus}.");
        var hour = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 3600 * 3600);
        return new VitalsStack(null, new Uri(loki), new Uri(prometheus), TimeProvider.System, hour);
    }

    private static async Task<VitalsStack> StartSandboxAsync(int linesPerDay)
    {
        var to = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        var clock = new MovedClock(to.AddMinutes(1));
        var options = new SandboxOptions { Portal = false, Demo = false, MemoryLimit = 2L << 30, Rules = Path.Combine(AppContext.BaseDirectory, "DemoRules") };
        var sandbox = await SandboxHost.StartAsync(options, clock);
        try
        {
            await FillAsync(sandbox.Urls.Loki, to, linesPerDay, clock);
            return new VitalsStack(sandbox, sandbox.Urls.Loki, sandbox.Urls.Prometheus ?? throw new InvalidOperationException("The sandbox has no Prometheus."), clock, to);
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    private static async Task FillAsync(Uri loki, DateTimeOffset to, int linesPerDay, TimeProvider clock)
    {
        var (from, started) = (to - Range - Slack, Stopwatch.GetTimestamp());
        await using var receiver = new Receiver(new FaroReceiverOptions { LokiUrl = loki }, clock);
        var lines = await new VisitorHistory(new VisitorTraffic(new VisitorOptions { Anchor = to, LinesPerDay = linesPerDay }), receiver).FillAsync(from, to, CancellationToken.None);
        await receiver.FlushAsync(CancellationToken.None);
        using var http = new HttpClient(new SocketsHttpHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        using var recorded = await http.PostAsJsonAsync(new Uri(loki, "sandbox/ruler/evaluate"), new { from, to });
        recorded.EnsureSuccessStatusCode();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Over the sandbox: {lines:N0} lines of three apps, and what the demo's rules recorded from them, made in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s."));
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
