using RumPortal.Testing;

namespace RumPortal.UnitTests.Architecture;

/// <summary>What people wrote: the files below src, tests and wwwroot-assets but what builds and package managers left there.</summary>
internal static class SourceTree
{
    private static readonly string[] Roots = ["src", "tests", "wwwroot-assets"];
    private static readonly string[] Extensions = [".cs", ".razor", ".js", ".mjs", ".html", ".css"];
    private static readonly string[] Made = ["_framework", "artifacts", "bin", "dist", "node_modules", "obj"];

    public static IReadOnlyList<SourceFile> Files { get; } = [.. Roots.SelectMany(root => Read(Path.Combine(Repository.Root, root))).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public static IEnumerable<SourceFile> CSharp => Files.Where(file => file.Extension == ".cs");

    /// <summary>What the product is made of, without its tests.</summary>
    public static IEnumerable<SourceFile> OfProduct => Files.Where(file => !file.Path.StartsWith("tests/", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Below(string folder) => Files.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    private static IEnumerable<SourceFile> Read(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            if (Extensions.Contains(Path.GetExtension(file))) yield return new SourceFile(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllText(file));
        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            if (Made.Contains(Path.GetFileName(inner))) continue;
            foreach (var file in Read(inner)) yield return file;
        }
    }
}
