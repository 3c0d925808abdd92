using System.Xml.Linq;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Architecture;

/// <summary>The arrows between projects: Domain &lt;- Clients, both &lt;- Automation and Portal, nothing &lt;- Sandbox but tests.</summary>
public sealed class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["RumPortal.Domain"] = [],
        ["RumPortal.Clients"] = ["RumPortal.Domain"],
        ["RumPortal.Clients.Grafana"] = ["RumPortal.Clients"],
        ["RumPortal.Storage"] = ["RumPortal.Domain"],
        ["RumPortal.Automation"] = ["RumPortal.Domain", "RumPortal.Clients", "RumPortal.Clients.Grafana"],
        ["RumPortal.BlazorScript"] = [],
        ["RumPortal.Portal"] = ["RumPortal.Domain", "RumPortal.Clients", "RumPortal.Storage", "RumPortal.Automation"],
        ["RumPortal.Sandbox"] = ["RumPortal.Portal"],
    };

    [Fact]
    public void Project_References_OnlyWhatTheHouseAllows()
    {
        Assert.Empty(Projects.Except(Allowed.Keys));
        Offences.AssertNone(
            from project in Projects
            from reference in References(project)
            where !Allowed[project].Contains(reference)
            select $"{project} references {reference}");
    }

    [Fact]
    public void Domain_ByItself_HasNoPackages()
    {
        var own = Load("RumPortal.Domain").Descendants("PackageReference").Concat(Load("RumPortal.Domain").Descendants("FrameworkReference"));

        Assert.Empty(own);
    }

    // The sandbox starts the portal as a process: it has to be built before, and none of its code is used.
    [Fact]
    public void Sandbox_References_AreAnOrderOfBuildingAlone()
    {
        var references = Load("RumPortal.Sandbox").Descendants("ProjectReference").ToList();

        Assert.Equal(["RumPortal.Portal"], References("RumPortal.Sandbox"));
        Assert.All(references, reference => Assert.Equal("false", (string?)reference.Attribute("ReferenceOutputAssembly")));
    }

    [Theory]
    [InlineData("RumPortal.Storage", "Dapper", "Npgsql", "Microsoft.Data.Sqlite")]
    [InlineData("RumPortal.Clients.Grafana", "Newtonsoft.Json", "NSwag")]
    public void Package_OfOneBorder_IsReferencedThereAlone(string home, params string[] packages) => Offences.AssertNone(
        from project in Projects
        where project != home
        from package in Load(project).Descendants("PackageReference").Select(reference => (string?)reference.Attribute("Include") ?? "")
        where packages.Any(name => package == name || package.StartsWith(name + ".", StringComparison.Ordinal))
        select $"{project} references {package}");

    private static IReadOnlyList<string> Projects { get; } = [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder))];

    private static IEnumerable<string> References(string project) =>
        Load(project).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));

    private static XDocument Load(string project) => XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
}
