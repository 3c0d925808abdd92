using System.Diagnostics;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Hosting;

/// <summary>
/// The portal as the Dockerfile publishes it, from a copy of what is sent to the image; the bundles are those of the build, as the image
/// takes them from the stage that has Node.
/// </summary>
public sealed class PublishedPortal : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly TemporaryFolder _folder = new();

    public string App => Path.Combine(_folder.Path, "app");

    public async ValueTask InitializeAsync()
    {
        var source = Path.Combine(_folder.Path, "source");
        ContainerFile.CopyContext(source);
        CopyBundles(Path.Combine(Repository.Root, "wwwroot-assets", "dist"), Path.Combine(source, "wwwroot-assets", "dist"));
        var (exitCode, output) = await PublishAsync(source);
        Assert.True(exitCode == 0, $"The publish ended with {exitCode}: {output}");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void CopyBundles(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private async Task<(int ExitCode, string Output)> PublishAsync(string source)
    {
        var start = new ProcessStartInfo("dotnet", ContainerFile.PublishArguments(App))
        {
            WorkingDirectory = source,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The test runner's own build must not speak into this one, and no build server must stay behind.
        foreach (var name in start.Environment.Keys.ToList())
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)) start.Environment.Remove(name);
        (start.Environment["MSBUILDDISABLENODEREUSE"], start.Environment["UseSharedCompilation"]) = ("1", "false");
        using var publish = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        try
        {
            var (output, errors) = (publish.StandardOutput.ReadToEndAsync(), publish.StandardError.ReadToEndAsync());
            await publish.WaitForExitAsync().WaitAsync(Patience);
            return (publish.ExitCode, await output + await errors);
        }
        finally
        {
            if (!publish.HasExited) publish.Kill(entireProcessTree: true);
        }
    }
}
