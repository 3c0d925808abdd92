using RumPortal.Sandbox.Ruler.Files;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Sandbox.Ruler;

public sealed class RuleYamlTests
{
    private const string Group =
        """
        name: shop-errors
        interval: 1m30s
        limit: 7
        rules:
          - record: rum_exceptions:count1m
            expr: sum by (type) (count_over_time({app="shop"} | logfmt [1m]))
            labels: {team: shop, le: 2500}
          - alert: Broken
            expr: |
              up == 0
            for: 5m
            annotations:
              summary: "it's {{ $value }}"
        """;

    [Fact]
    public void Group_WithEverything_IsRead()
    {
        var group = RuleYamlReader.ReadGroup(Group);

        Assert.Equal(("shop-errors", TimeSpan.FromSeconds(90), 7), (group.Name, group.Interval, group.Limit));
        Assert.Equal(("rum_exceptions:count1m", """sum by (type) (count_over_time({app="shop"} | logfmt [1m]))"""), (group.Rules[0].Record, group.Rules[0].Expression));
        Assert.Equal(new Dictionary<string, string> { ["team"] = "shop", ["le"] = "2500" }, group.Rules[0].Labels);
        Assert.Equal(("Broken", "up == 0\n", TimeSpan.FromMinutes(5)), (group.Rules[1].Alert, group.Rules[1].Expression, group.Rules[1].For));
        Assert.Equal("it's {{ $value }}", group.Rules[1].Annotations["summary"]);
    }

    [Fact]
    public void Group_Written_ReadsBackTheSame()
    {
        foreach (var text in HostileTexts.All.Select(text => string.Concat(text.EnumerateRunes())).Concat(["123", "true", "null", "~", "1e3", "- a", "a: b", " # c", "@x", "\n\n x \n"]))
        {
            var rule = new RuleDefinition { Record = "m", Expression = "x" + text, Labels = new Dictionary<string, string> { ["l"] = text }, For = TimeSpan.FromMinutes(3) };
            var written = RuleYamlWriter.Write(new RuleGroupDefinition("g", TimeSpan.FromMinutes(5), 0, [rule]));

            var read = RuleYamlReader.ReadGroup(written);

            Assert.Equal(TimeSpan.FromMinutes(5), read.Interval);
            Assert.Equal((rule.Expression, rule.For, text), (read.Rules[0].Expression, read.Rules[0].For, read.Rules[0].Labels["l"]));
        }
    }

    [Fact]
    public void File_OfSeveralGroups_IsRead()
    {
        var groups = RuleYamlReader.ReadFile("groups:\n- name: a\n  rules: []\n- name: b\n  rules:\n  - record: m\n    expr: 1\n");

        Assert.Equal(["a", "b"], groups.Select(group => group.Name));
        Assert.Null(groups[0].Interval);
        Assert.Equal("1", groups[1].Rules[0].Expression);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("groups: []", 0)]
    [InlineData("groups: ~", 0)]
    [InlineData("# only a comment\n", 0)]
    public void File_WithoutGroups_IsEmpty(string yaml, int count) => Assert.Equal(count, RuleYamlReader.ReadFile(yaml).Count);

    [Theory]
    [InlineData("groups: x", "yaml: line 1: a list is needed here")]
    [InlineData("[]", "yaml: line 1: a mapping is needed here")]
    [InlineData("groups:\n- name: a\n  interval: soon\n", "yaml: line 3: not a valid duration string: \"soon\"")]
    [InlineData("groups:\n- name: a\n  limit: many\n", "yaml: line 3: cannot read \"many\" as a whole number")]
    [InlineData("groups:\n- name: [a]\n", "yaml: line 2: a text is needed here")]
    [InlineData("groups:\n- name: a\n  rules:\n  - record: m\n    exprr: 1\n", "yaml: line 5: field exprr is not known here")]
    [InlineData("groups: &a []\nmore: *a\n", "yaml: line 2: aliases are not supported")]
    [InlineData("groups: []\n---\ngroups: []\n", "more than one document")]
    [InlineData("groups: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "yaml: line 1: too many levels")]
    public void File_OfAnotherForm_IsRefusedWithItsLine(string yaml, string error) =>
        Assert.Equal(error, Assert.Throws<RuleFileException>(() => RuleYamlReader.ReadFile(yaml)).Message);

    [Fact]
    public void Labels_OfOneTextTwice_KeepTheLast() =>
        Assert.Equal(new Dictionary<string, string> { [""] = "b" }, RuleYamlReader.ReadGroup("name: g\nrules: [{record: m, expr: 1, labels: {~: a, '': b}}]").Rules[0].Labels);

    [Fact]
    public void Group_WithUnknownKeys_IsReadAsLokiDoes() => Assert.Equal("a", RuleYamlReader.ReadGroup("name: a\nquery_offset: 1m\n").Name);

    [Fact]
    public void Group_OfBrokenText_IsAnErrorAndNothingElse()
    {
        var random = new Random(11);
        for (var i = 0; i < 3_000; i++)
        {
            var text = Group.ToCharArray();
            for (var n = random.Next(1, 6); n > 0; n--) text[random.Next(text.Length)] = "{}[]:-|>&*!%@`'\"\t\n\0 ,?#"[random.Next(23)];
            Record(() => RuleYamlReader.ReadGroup(new string(text)));
            Record(() => RuleYamlReader.ReadGroup(Group[..random.Next(Group.Length)]));
        }

        static void Record(Action read)
        {
            if (Xunit.Record.Exception(read) is { } failure) Assert.IsType<RuleFileException>(failure);
        }
    }
}
