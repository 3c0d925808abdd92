using System.Diagnostics;
using RumPortal.Sandbox.Hosting;
using RumPortal.Sandbox.Hosting.Portals;

namespace RumPortal.IntegrationTests.Sandbox.Hosting;

public sealed class ChildProcessTests
{
    [Fact]
    public async Task Start_ProgramThatWrites_ForwardsItsLinesWithThePrefix()
    {
        var output = new OutputLines();
        await using var child = ChildProcess.Start("portal", Shell("echo \"on $PORT\"; echo oops >&2", ("PORT", "5080")), output);

        await UntilAsync(() => output.Lines.Any(line => line.Contains("ended")));

        Assert.Equal(
            ["[portal] ended by itself with exit code 0; the rest of the sandbox goes on.", "[portal] on 5080", "[portal] oops"],
            output.Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Start_ProgramThatFails_ReportsItsExitCode()
    {
        var output = new OutputLines();
        await using var child = ChildProcess.Start("portal", Shell("exit 3"), output);

        await UntilAsync(() => output.Lines.Count > 0);

        Assert.Equal(["[portal] ended by itself with exit code 3; the rest of the sandbox goes on."], output.Lines);
    }

    [Fact]
    public async Task Dispose_ProgramWithChildren_EndsThemAllWithoutAReport()
    {
        var output = new OutputLines();
        var child = ChildProcess.Start("portal", Shell("sleep 300 & echo $!; wait"), output);
        await UntilAsync(() => output.Lines.Count > 0);
        var grandchild = int.Parse(output.Lines[0].Replace("[portal] ", ""), System.Globalization.CultureInfo.InvariantCulture);
        var process = child.Id;

        await child.DisposeAsync();

        Assert.False(IsAlive(process));
        await UntilAsync(() => !IsAlive(grandchild));
        Assert.DoesNotContain(output.Lines, line => line.Contains("ended"));
    }

    [Fact]
    public void Start_MissingProgram_SaysSo()
    {
        var failure = Assert.Throws<SandboxException>(() =>
            ChildProcess.Start("portal", new ProcessStartInfo("/no/such/program"), TextWriter.Null));

        Assert.StartsWith("The portal (/no/such/program) cannot be started: ", failure.Message);
    }

    private static ProcessStartInfo Shell(string script, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", script]);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var attempt = 0; attempt < 500 && !condition(); attempt++) await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.True(condition(), "The condition did not come true within ten seconds.");
    }
}
