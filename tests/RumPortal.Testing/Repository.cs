namespace RumPortal.Testing;

/// <summary>Places in the checkout that tests read: the root is the folder that holds the solution file.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Conformance { get; } = Path.Combine(Root, "tests", "RumPortal.Testing", "Conformance");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "RumPortal.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds RumPortal.sln.");
    }
}
