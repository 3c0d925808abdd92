using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using RumPortal.Portal;
using RumPortal.Testing;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Hosting;

/// <summary>The portal as a program of its own, as a container starts it. What is still alive at the end of a test is killed.</summary>
internal sealed partial class PortalProgram : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TemporaryFolder _state = new();
    private readonly ConcurrentQueue<string> _output = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private PortalProgram(string assembly, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [assembly])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(assembly),
        };
        foreach (var name in (string[])["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"]) start.Environment.Remove(name);
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Storage__StateFolder"] = _state.Path;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _output);

    /// <param name="settings">Environment variables.</param>
    /// <param name="folder">Where the portal was published; the build's output when null.</param>
    public static PortalProgram Start(IReadOnlyDictionary<string, string> settings, string? folder = null) =>
        new(folder is null ? typeof(PortalHost).Assembly.Location : Path.Combine(folder, "RumPortal.Portal.dll"), settings);

    /// <summary>One that runs, with a state folder that outlives it.</summary>
    public static PortalProgram Start(PortalSetup setup, string stateFolder, string environment = "Development", string? folder = null)
    {
        var settings = setup.Settings(stateFolder)
            .ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value ?? "");
        settings["ASPNETCORE_ENVIRONMENT"] = environment;
        return Start(settings, folder);
    }

    /// <summary>The address that the portal says it listens on.</summary>
    public async Task<Uri> WaitForAddressAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (!Listening().IsMatch(Output) && !_process.HasExited && Stopwatch.GetElapsedTime(started) < Patience)
            await Task.Delay(50, Cancellation);
        var match = Listening().Match(Output);
        Assert.True(match.Success, $"The portal did not start: {Output}");
        return new Uri(match.Groups[1].Value);
    }

    /// <summary>A client of the portal, once it listens; follows no redirects and keeps no cookies.</summary>
    public async Task<HttpClient> ConnectAsync()
    {
        _http.BaseAddress = await WaitForAddressAsync();
        return _http;
    }

    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        return _process.ExitCode;
    }

    /// <summary>Ends the portal as an orchestrator does.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync(Cancellation);
        return await WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _http.Dispose();
        _state.Dispose();
    }

    [GeneratedRegex("Now listening on: (http://[^\\s]+)")]
    private static partial Regex Listening();

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null) _output.Enqueue(line.Data);
    }
}
