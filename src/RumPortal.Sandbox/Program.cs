using RumPortal.Sandbox.Hosting;
using RumPortal.Sandbox.Hosting.CommandLines;

var commandLine = SandboxCommandLine.Parse(args);
if (commandLine.HelpWanted)
{
    Console.Write(SandboxCommandLine.Help);
    return 0;
}

if (commandLine.Errors.Count > 0)
{
    foreach (var error in commandLine.Errors) Console.Error.WriteLine(error);
    return 2;
}

// A part that cannot start is told in the sandbox's own words; the host's stack trace before them would only hide these.
using var logs = LoggerFactory.Create(logging => logging
    .AddSimpleConsole(console => console.SingleLine = true)
    .SetMinimumLevel(LogLevel.Warning)
    .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None));
using var signals = new StopSignals();
try
{
    await using var sandbox = await SandboxHost.StartAsync(
        commandLine.Options, logs: logs, portalOutput: Console.Out, cancellation: signals.Token);
    Console.Write(Banner.Render(sandbox.Urls, commandLine.Options));
    await signals.WaitAsync();
    return 0;
}
catch (SandboxException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
{
    return 0;
}
