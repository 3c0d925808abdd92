using RumPortal.Automation.Render;
using RumPortal.Clients.Prometheus;
using RumPortal.Domain.Vitals.Recording;
using RumPortal.Testing;
using RumPortal.Testing.Rules;
using RumPortal.UnitTests.Clients.LogQl;

namespace RumPortal.UnitTests.Automation.Render;

public sealed class VitalRuleRendererTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "RumPortal.UnitTests", "Automation", "Render", "Golden");

    public static TheoryData<string> Names => [.. RuleRequests.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Files_OfARequest_AreTheGoldenOnes(string name)
    {
        var files = VitalRuleRenderer.Render(RuleRequests.All[name]);

        foreach (var (kind, file) in new[] { ("density", files.Density), ("rollups", files.RollUps), ("alerts", files.Alerts) })
        {
            var text = RuleFileYaml.Write(file);
            Assert.Equal(Golden.Read(Path.Combine(Folder, $"{name}.{kind}.yaml"), text), text);
        }
    }

    [Fact]
    public async Task Expressions_ForLoki_PassTheOfficialGrammar()
    {
        var expressions = RuleRequests.All.Values.SelectMany(request => VitalRuleRenderer.Render(request).Density.Groups).SelectMany(group => group.Rules).Select(rule => rule.Expression).ToList();

        var parsed = await OfficialGrammar.ParseAsync(expressions, TestContext.Current.CancellationToken);

        Assert.Equal(9, expressions.Count);
        foreach (var (expression, result) in expressions.Zip(parsed)) Assert.True(result.Errors.Count == 0, $"{string.Join(" ; ", result.Errors)} in {expression}");
    }

    [Fact]
    public void Set_BeyondTheBudget_IsLeftOutAndNamed()
    {
        var request = new VitalRuleRequest("shop-web", [DemoRules.Set(BudgetOutcome.Refused, "too-much", "app_version", "page_id"), DemoRules.Set("version", "app_version")]);

        var files = VitalRuleRenderer.Render(request);

        Assert.Equal(["app_version"], Sets(files));
        var refused = Assert.Single(files.Refused);
        Assert.Equal(("too-much", "The decision on too-much."), (refused.Set.Name, refused.Reason));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("offset")]
    public void Set_OfAWordOfTheLanguage_IsRefusedWithAReason(string dimension)
    {
        var files = VitalRuleRenderer.Render(new("shop-web", [DemoRules.Set("odd", "app_version", dimension)]));

        Assert.Empty(files.Density.Groups);
        Assert.Equal($"{dimension} cannot be a dimension: it is a word of the query language or set by the rule itself.", Assert.Single(files.Refused).Reason);
    }

    [Fact]
    public void Sets_WithTheSameDimensions_AreRecordedOnce()
    {
        var files = VitalRuleRenderer.Render(new("shop-web", [DemoRules.Set("one", "app_version", "browser_name"), DemoRules.Set("two", "browser_name", "app_version")]));

        Assert.Equal(["app_version,browser_name"], Sets(files));
    }

    [Fact]
    public void Request_WithoutSets_GivesFilesWithoutGroups()
    {
        var files = VitalRuleRenderer.Render(new("shop-web", []));

        Assert.Equal(["groups: []\n", "groups: []\n", "groups: []\n"], new[] { files.Density, files.RollUps, files.Alerts }.Select(RuleFileYaml.Write));
    }

    [Fact]
    public void Label_OfARule_NamesTheSetThatItsGroupingRecords()
    {
        foreach (var rule in VitalRuleRenderer.Render(DemoRules.Request("shop-web")).Density.Groups.Single().Rules)
            foreach (var dimension in RecordedSet.Named(rule.Labels["dimensions"]).Dimensions)
                Assert.Contains(dimension, rule.Expression[..rule.Expression.IndexOf(')', StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sets(VitalRuleFiles files) => files.Density.Groups.SelectMany(group => group.Rules).Select(rule => rule.Labels["dimensions"]);
}
