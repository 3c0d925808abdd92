using System.Text.Json;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Hosting;

/// <summary>What the Dockerfile and .dockerignore say about publishing and running the portal.</summary>
internal static class ContainerFile
{
    private static readonly string[] Instructions = Read("Dockerfile");

    private static readonly string[] Ignored = Read(".dockerignore");

    /// <summary>What starts the portal in the image.</summary>
    public static IReadOnlyList<string> EntryPoint => JsonSerializer.Deserialize<List<string>>(After("ENTRYPOINT "))!;

    /// <summary>The arguments of the one <c>dotnet publish</c>, with another output folder.</summary>
    public static IReadOnlyList<string> PublishArguments(string output)
    {
        string[] arguments = ["publish", .. After("RUN dotnet publish ").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        arguments[Array.IndexOf(arguments, "--output") + 1] = output;
        return arguments;
    }

    /// <summary>Copies what <c>COPY . .</c> brings into the image that builds.</summary>
    public static void CopyContext(string target) => CopyFolder(Repository.Root, target);

    private static void CopyFolder(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source).Where(IsSent))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(source).Where(IsSent))
            CopyFolder(folder, Path.Combine(target, Path.GetFileName(folder)));
    }

    // Of the patterns of .dockerignore those that stand there: a path, or a name at any depth.
    private static bool IsSent(string path) =>
        !Ignored.Contains(Path.GetRelativePath(Repository.Root, path)) && !Ignored.Contains("**/" + Path.GetFileName(path));

    // The one instruction that begins so.
    private static string After(string beginning) =>
        Assert.Single(Instructions, line => line.StartsWith(beginning, StringComparison.Ordinal))[beginning.Length..];

    private static string[] Read(string file) =>
        [.. File.ReadAllLines(Path.Combine(Repository.Root, file)).Where(line => line.Length > 0 && line[0] != '#')];
}
