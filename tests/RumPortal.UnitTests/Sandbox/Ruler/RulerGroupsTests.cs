using RumPortal.Sandbox.Ruler;
using RumPortal.Sandbox.Ruler.Files;
using RumPortal.Sandbox.Ruler.Groups;

namespace RumPortal.UnitTests.Sandbox.Ruler;

public sealed class RulerGroupsTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { "name: g\nrules: [{record: m, alert: A, expr: 1}]", "only one of 'record' and 'alert' must be set" },
        { "name: g\nrules: [{expr: 1}]", "one of 'record' or 'alert' must be set" },
        { "name: g\nrules: [{alert: A, expr: 1}]", "alerting rules are not supported by the sandbox's ruler" },
        { "name: g\nrules: [{record: m}]", "field 'expr' must be set in rule" },
        { "name: g\nrules: [{record: m, expr: 'sum('}]", "could not parse expression for record 'm' in group 'g': parse error at line 1, col 5: syntax error: unexpected $end" },
        { "name: g\nrules: [{record: m, expr: 1, for: 1m}]", "invalid field 'for' in recording rule" },
        { "name: g\nrules: [{record: m, expr: 1, annotations: {a: b}}]", "invalid field 'annotations' in recording rule" },
        { "name: g\nrules: [{record: m-1, expr: 1}]", "invalid recording rule name: m-1" },
        { "name: g\nrules: [{record: m, expr: 1, labels: {a-b: c}}]", "invalid label name: a-b" },
        { "name: g\nrules: [{record: m, expr: 1, labels: {__name__: c}}]", "invalid label name: __name__" },
        { "rules: [{record: m, expr: 1}]", "group 0: Groupname must not be empty" },
        { "name: g\nrules: [{expr: 1}, {record: m}]", "one of 'record' or 'alert' must be set, field 'expr' must be set in rule" },
        { "name: g\nrules: [{record: a, expr: 1}, {record: b, expr: 1}, {record: c, expr: 1}]", "per-user rules per rule group limit (limit: 2 actual: 3) exceeded" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Group_WithAFault_IsRefusedInLokisWords(string yaml, string faults)
    {
        var groups = new RulerGroups(new RulerOptions { MaxRulesPerGroup = 2 });

        Assert.StartsWith(faults, string.Join(", ", groups.Set("ns", RuleYamlReader.ReadGroup(yaml))), StringComparison.Ordinal);
        Assert.Empty(groups.All);
    }

    [Fact]
    public void Group_OfTheSameName_TakesThePlaceOfTheOther()
    {
        var groups = new RulerGroups(new RulerOptions());
        foreach (var (ns, expression) in new[] { ("a", "1"), ("b", "2"), ("a", "3") }) Assert.Empty(groups.Set(ns, Group("g", expression)));

        Assert.Equal([("a", "3"), ("b", "2")], groups.All.Select(group => (group.Namespace, group.Definition.Rules[0].Expression)));
    }

    [Fact]
    public void Group_BeyondTheLimit_IsRefused()
    {
        var groups = new RulerGroups(new RulerOptions { MaxGroups = 1 });
        groups.Set("a", Group("one", "1"));

        Assert.Equal(["per-user rule groups limit (limit: 1 actual: 2) exceeded"], groups.Set("a", Group("two", "1")));
        Assert.Empty(groups.Set("a", Group("one", "2")));
    }

    [Fact]
    public void Group_Removed_IsGoneOnce()
    {
        var groups = new RulerGroups(new RulerOptions());
        foreach (var name in new[] { "x", "y", "z" }) groups.Set("a", Group(name, "1"));

        Assert.Equal([true, false, false], new[] { groups.Remove("a", "x"), groups.Remove("a", "x"), groups.Remove("b", "y") });
        Assert.Equal([true, false], new[] { groups.RemoveNamespace("a"), groups.RemoveNamespace("a") });
        Assert.Empty(groups.All);
    }

    [Theory]
    [InlineData("name: g\nrules: []", 60)]
    [InlineData("name: g\ninterval: 5m\nrules: []", 300)]
    [InlineData("name: g\ninterval: 1ms\nrules: []", 1)]
    public void Interval_OfAGroup_IsItsOwnOrTheRulersAndASecondAtLeast(string yaml, int seconds)
    {
        var groups = new RulerGroups(new RulerOptions());

        groups.Set("a", RuleYamlReader.ReadGroup(yaml));

        Assert.Equal(TimeSpan.FromSeconds(seconds), groups.All.Single().Interval);
    }

    private static RuleGroupDefinition Group(string name, string expression) => new(name, null, 0, [new() { Record = "m", Expression = expression }]);
}
