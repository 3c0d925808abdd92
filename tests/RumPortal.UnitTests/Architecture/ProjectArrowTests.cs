using System.Xml.Linq;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Architecture;

/// <summary>The arrows between projects: Domain &lt;- Clients, both &lt;- Portal, nothing &lt;- Sandbox but tests.</summary>
public sealed class ProjectArrowTests
{
    [Theory]
    [InlineData("RumPortal.Domain", "")]
    [InlineData("RumPortal.Clients", "RumPortal.Domain")]
    [InlineData("RumPortal.BlazorScript", "")]
    [InlineData("RumPortal.Portal", "RumPortal.Clients RumPortal.Domain")]
    public void Project_References_OnlyWhatTheHouseAllows(string project, string allowed)
    {
        var references = References(project).Order().ToArray();

        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), references);
    }

    [Fact]
    public void Domain_HasNoPackages()
    {
        var own = Load("RumPortal.Domain").Descendants("PackageReference").Concat(Load("RumPortal.Domain").Descendants("FrameworkReference"));

        Assert.Empty(own);
    }

    private static IEnumerable<string> References(string project) =>
        Load(project).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));

    private static XDocument Load(string project) => XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
}
