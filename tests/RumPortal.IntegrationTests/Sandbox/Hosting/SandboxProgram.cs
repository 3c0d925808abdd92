using System.Collections.Concurrent;
using System.Diagnostics;
using RumPortal.Sandbox.Hosting;

namespace RumPortal.IntegrationTests.Sandbox.Hosting;

/// <summary>The sandbox as a program of its own, as <c>dotnet run</c> starts it. What is still alive at the end of a test is killed.</summary>
internal sealed class SandboxProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private SandboxProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _output);

    public static SandboxProgram Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SandboxHost).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new SandboxProgram(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
    }

    public async Task WaitForOutputAsync(string text)
    {
        var started = Stopwatch.GetTimestamp();
        while (!Output.Contains(text) && !_process.HasExited && Stopwatch.GetElapsedTime(started) < Patience)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Contains(text, Output);
    }

    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal by the name that <c>kill</c> knows it by.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Whether the program ignores a signal because whoever started the tests did: a shell's background jobs ignore <c>INT</c>.</summary>
    public bool Ignores(string signal)
    {
        var number = signal switch { "HUP" => 1, "INT" => 2, _ => 15 };
        const string Field = "SigIgn:";
        var mask = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(Field, StringComparison.Ordinal))[Field.Length..];
        return (Convert.ToUInt64(mask.Trim(), 16) >> (number - 1) & 1) == 1;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null) _output.Enqueue(line.Data);
    }
}
