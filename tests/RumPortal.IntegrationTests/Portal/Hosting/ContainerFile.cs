using System.Text.Json;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Hosting;

/// <summary>What the Dockerfile and .dockerignore say about publishing and running the portal.</summary>
internal static class ContainerFile
{
    private const string Publish = "RUN dotnet ", EntryPointPrefix = "ENTRYPOINT ";

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "Dockerfile"));

    private static readonly string[] Ignored = [.. File.ReadAllLines(Path.Combine(Repository.Root, ".dockerignore")).Where(line => line.Length > 0 && line[0] != '#')];

    /// <summary>The arguments of the one <c>dotnet publish</c>, with another output folder.</summary>
    public static IReadOnlyList<string> PublishArguments(string output)
    {
        var arguments = Assert.Single(Lines, line => line.StartsWith(Publish + "publish ", StringComparison.Ordinal))[Publish.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        arguments[Array.IndexOf(arguments, "--output") + 1] = output;
        return arguments;
    }

    public static IReadOnlyList<string> EntryPoint =>
        JsonSerializer.Deserialize<List<string>>(Assert.Single(Lines, line => line.StartsWith(EntryPointPrefix, StringComparison.Ordinal))[EntryPointPrefix.Length..])!;

    /// <summary>Copies what <c>COPY . .</c> brings into the image that builds.</summary>
    public static void CopyContext(string target) => CopyFolder(Repository.Root, target);

    private static void CopyFolder(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source).Where(IsSent)) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(source).Where(IsSent)) CopyFolder(folder, Path.Combine(target, Path.GetFileName(folder)));
    }

    // Of the patterns of .dockerignore those that stand there: a path, or a name at any depth.
    private static bool IsSent(string path)
    {
        var relative = Path.GetRelativePath(Repository.Root, path);
        return !Ignored.Any(pattern => pattern.StartsWith("**/", StringComparison.Ordinal) ? Path.GetFileName(path) == pattern[3..] : relative == pattern);
    }
}
