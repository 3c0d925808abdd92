using System.Diagnostics;

namespace RumPortal.Testing.Rules;

/// <summary>Prometheus' own judge of rule files, from Debian's package.</summary>
public static class Promtool
{
    private const string Program = "/usr/bin/promtool";

    public static bool IsThere => File.Exists(Program);

    public const string Missing = Program + " is missing; it comes with Debian's package prometheus";

    /// <summary>Runs it and returns its exit code with everything it said.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var promtool = Process.Start(start) ?? throw new InvalidOperationException("promtool did not start.");
        var (output, errors) = (promtool.StandardOutput.ReadToEndAsync(cancellation), promtool.StandardError.ReadToEndAsync(cancellation));
        await promtool.WaitForExitAsync(cancellation);
        return (promtool.ExitCode, await output + await errors);
    }
}
