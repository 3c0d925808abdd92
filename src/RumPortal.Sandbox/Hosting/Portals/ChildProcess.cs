using System.Diagnostics;

namespace RumPortal.Sandbox.Hosting.Portals;

/// <summary>
/// A program that lives no longer than the sandbox: its output is forwarded line by line with a prefix, its own end is reported there too,
/// and disposing kills it with everything that it started.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>Ctrl+C reaches the child at the same time as the sandbox; an end within this time may be the sandbox's own.</summary>
    private static readonly TimeSpan ReportDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>A grandchild that survives keeps the output open; the sandbox does not wait for it.</summary>
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly string _name;
    private readonly TextWriter _output;
    private readonly TaskCompletionSource _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _watching;

    private ChildProcess(Process process, string name, TextWriter output)
    {
        (_process, _name, _output) = (process, name, TextWriter.Synchronized(output));
        _watching = WatchAsync();
    }

    public int Id => _process.Id;

    /// <param name="name">Prefix of each forwarded line.</param>
    /// <param name="start">Program, arguments and environment.</param>
    /// <param name="output">Where the lines go.</param>
    /// <exception cref="SandboxException">The program cannot be started.</exception>
    public static ChildProcess Start(string name, ProcessStartInfo start, TextWriter output)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;
        try
        {
            var process = Process.Start(start) ?? throw new SandboxException($"The {name} ({start.FileName}) did not start.");
            return new ChildProcess(process, name, output);
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new SandboxException($"The {name} ({start.FileName}) cannot be started: {failure.Message}", failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _ending.TrySetResult();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await Task.WhenAny(_watching, Task.Delay(EndPatience));
        _process.Dispose();
    }

    private async Task WatchAsync()
    {
        await Task.WhenAll(ForwardAsync(_process.StandardOutput), ForwardAsync(_process.StandardError), _process.WaitForExitAsync());
        await Task.WhenAny(_ending.Task, Task.Delay(ReportDelay));
        if (_ending.Task.IsCompleted) return;
        await _output.WriteLineAsync($"[{_name}] ended by itself with exit code {_process.ExitCode}; the rest of the sandbox goes on.");
    }

    private async Task ForwardAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line) await _output.WriteLineAsync($"[{_name}] {line}");
    }
}
