using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RumPortal.Testing.Prometheus;

/// <summary>Debian's Prometheus on a free port of the loopback, over blocks that promtool made from OpenMetrics texts.</summary>
public sealed partial class PrometheusProcess : IAsyncDisposable
{
    private const string Server = "/usr/bin/prometheus";
    private const string Tool = "/usr/bin/promtool";

    private readonly TemporaryFolder _folder;
    private readonly Process _process;

    private PrometheusProcess(TemporaryFolder folder, Process process, Uri url) => (_folder, _process, Url) = (folder, process, url);

    public static bool IsInstalled => File.Exists(Server) && File.Exists(Tool);

    public Uri Url { get; }

    /// <param name="openMetrics">Texts that end with <c># EOF</c> each; their samples may lie anywhere in the past.</param>
    /// <param name="cancellation">Ends the start.</param>
    public static async Task<PrometheusProcess> StartAsync(IEnumerable<string> openMetrics, CancellationToken cancellation)
    {
        var folder = new TemporaryFolder();
        var (data, text, settings) = (Path.Combine(folder.Path, "data"), Path.Combine(folder.Path, "in.om"), Path.Combine(folder.Path, "prometheus.yml"));
        await File.WriteAllTextAsync(settings, "", cancellation);
        foreach (var metrics in openMetrics)
        {
            await File.WriteAllTextAsync(text, metrics, cancellation);
            await MakeBlocksAsync(text, data, cancellation);
        }
        var process = Start(Server, folder.Path,
            $"--config.file={settings}", $"--storage.tsdb.path={data}", "--storage.tsdb.retention.time=100y", "--web.listen-address=127.0.0.1:0");
        try
        {
            return new PrometheusProcess(folder, process, await ReadAddressAsync(process, cancellation));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private static async Task MakeBlocksAsync(string text, string data, CancellationToken cancellation)
    {
        using var tool = Start(Tool, Path.GetTempPath(), "tsdb", "create-blocks-from", "openmetrics", text, data);
        tool.OutputDataReceived += (_, _) => { };
        tool.BeginOutputReadLine();
        var errors = await tool.StandardError.ReadToEndAsync(cancellation);
        await tool.WaitForExitAsync(cancellation);
        if (tool.ExitCode != 0) throw new InvalidOperationException($"promtool made no blocks: {errors}");
    }

    // What it says must be read on, or it would stop when the pipe is full.
    private static async Task<Uri> ReadAddressAsync(Process process, CancellationToken cancellation)
    {
        var (said, found) = (new ConcurrentQueue<string>(), new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously));
        // Two parts of Prometheus say that they listen and that they are ready, in either order.
        var (address, isReady) = (default(Uri), false);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) found.TrySetException(new InvalidOperationException($"Prometheus ended: {string.Join('\n', said)}"));
            if (line.Data is null || found.Task.IsCompleted) return;
            said.Enqueue(line.Data);
            if (Listening().Match(line.Data) is { Success: true } match) address = new Uri($"http://{match.Groups[1].Value}");
            isReady |= line.Data.Contains("ready to receive web requests", StringComparison.Ordinal);
            if (isReady && address is not null) found.TrySetResult(address);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return await found.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellation);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Prometheus was not ready within a minute; it said: {string.Join('\n', said)}");
        }
    }

    private static Process Start(string program, string folder, params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })
        ?? throw new InvalidOperationException($"{program} did not start.");

    [GeneratedRegex("msg=\"Listening on\" address=([0-9.:]+)")]
    private static partial Regex Listening();
}
