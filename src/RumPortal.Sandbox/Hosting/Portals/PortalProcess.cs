using System.Diagnostics;
using System.Reflection;

namespace RumPortal.Sandbox.Hosting.Portals;

/// <summary>Starts the portal's own program, which the build puts beside this one and names in this assembly's metadata.</summary>
internal static class PortalProcess
{
    /// <param name="port">Where the portal shall listen; a taken port is found before the portal starts.</param>
    /// <param name="backends">Where the sandbox's backends listen.</param>
    /// <param name="output">Where the portal's output goes.</param>
    /// <exception cref="SandboxException">The port is taken or the program is missing.</exception>
    public static (ChildProcess Process, Uri Url) Start(ListenPort port, SandboxUrls backends, TextWriter output)
    {
        var assembly = AssemblyPath();
        if (!File.Exists(assembly))
            throw new SandboxException($"The portal is not built: {assembly} is missing. Build the solution, or use --no-portal.");

        // By name, not by address: recordings will be replayed on 127.0.0.1, which must be another host than the portal's.
        var url = new Uri($"http://localhost:{FreePort.Claim(port)}");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [assembly]);
        foreach (var (name, value) in PortalSettings.Create(url, Path.GetDirectoryName(assembly) ?? "", backends)) start.Environment[name] = value;
        return (ChildProcess.Start("portal", start, output), url);
    }

    private static string AssemblyPath() =>
        typeof(PortalProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == "PortalAssembly")?.Value
        ?? throw new InvalidOperationException("The assembly does not say where the portal is.");
}
