using RumPortal.Automation.Render;
using RumPortal.Testing;
using RumPortal.Testing.Rules;

namespace RumPortal.UnitTests.Automation.Render;

public sealed class DemoRulesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "RumPortal.Sandbox", "DemoRules");

    public static TheoryData<string> Apps => [.. DemoRules.Apps];

    [Theory]
    [MemberData(nameof(Apps))]
    public void Files_OfTheDemo_AreWhatTheGeneratorWrites(string app)
    {
        var files = VitalRuleRenderer.Render(DemoRules.Request(app));
        var (density, rollUps) = (RuleFileYaml.Write(files.Density), RuleFileYaml.Write(files.RollUps));

        Assert.Equal(Golden.Read(Path.Combine(Folder, app + ".yaml"), density), density);
        Assert.Equal(Golden.Read(Path.Combine(Folder, app + ".prometheus.yaml"), rollUps), rollUps);
    }

    [Fact]
    public void Folder_OfTheDemo_HoldsNothingElse()
    {
        var expected = DemoRules.Apps.SelectMany(app => new[] { app + ".prometheus.yaml", app + ".yaml" }).Order(StringComparer.Ordinal);

        Assert.Equal(expected, Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
