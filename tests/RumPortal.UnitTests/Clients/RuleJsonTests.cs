using System.Text.Json;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Clients;

public sealed class RuleJsonTests
{
    [Fact]
    public void Groups_OfARuler_TellTheHealthOfTheirRules()
    {
        var groups = RuleJson.Groups(Parse("""
            {"status":"success","data":{"groups":[{"name":"rum-shop-web","file":"rum","interval":300,"limit":0,"lastEvaluation":"2026-11-20T06:00:03.5Z","evaluationTime":0.25,"rules":[
              {"type":"recording","name":"rum_vital_density:count5m","query":"sum by (le) (x)","labels":{"scheme":"vitals-24"},"health":"ok","lastError":"","lastEvaluation":"2026-11-20T06:00:03.5Z"},
              {"type":"recording","name":"b","query":"q","health":"err","lastError":"maximum number of series (500) reached","lastEvaluation":"2026-11-20T07:00:03+01:00"},
              {"type":"alerting","name":"slow","query":"q","labels":null,"health":"unknown","lastEvaluation":"0001-01-01T00:00:00Z"}]}]},"errorType":"","error":""}
            """));

        var group = groups.Single();
        var evaluated = new DateTimeOffset(2026, 11, 20, 6, 0, 3, 500, TimeSpan.Zero);
        Assert.Equal(("rum-shop-web", "rum", TimeSpan.FromMinutes(5), evaluated, TimeSpan.FromMilliseconds(250)), (group.Name, group.File, group.Interval, group.LastEvaluation, group.EvaluationTime));
        Assert.Equal(
            [
                new RuleState("rum_vital_density:count5m", "sum by (le) (x)", LabelSet.From([new("scheme", "vitals-24")]), true, RuleHealth.Ok, null, evaluated),
                new RuleState("b", "q", LabelSet.Empty, true, RuleHealth.Failed, "maximum number of series (500) reached", evaluated.AddMilliseconds(-500)),
                new RuleState("slow", "q", LabelSet.Empty, false, RuleHealth.Unknown, null, null),
            ],
            group.Rules);
    }

    [Theory]
    [InlineData("""{"status":"success","data":{"groups":[]}}""")]
    [InlineData("""{"status":"success","data":{"groups":null}}""")]
    [InlineData("""{"status":"success","data":null}""")]
    [InlineData("""{"status":"success"}""")]
    public void Groups_OfAServerWithoutRules_AreNone(string body) => Assert.Empty(RuleJson.Groups(Parse(body)));

    [Fact]
    public void Group_WithoutAnything_IsReadNevertheless()
    {
        var group = RuleJson.Groups(Parse("""{"status":"success","data":{"groups":[{"interval":"5m","lastEvaluation":"soon","evaluationTime":-1,"rules":[{}]}]}}""")).Single();

        Assert.Equal(("", "", null, null, null), (group.Name, group.File, group.Interval, group.LastEvaluation, group.EvaluationTime));
        Assert.Equal(new RuleState("", "", LabelSet.Empty, false, RuleHealth.Unknown, null, null), group.Rules.Single());
    }

    [Theory]
    [InlineData("""{"status":"success","data":{"groups":{}}}""")]
    [InlineData("""{"status":"success","data":{"groups":[{"rules":7}]}}""")]
    [InlineData("""{"status":"error"}""")]
    public void Groups_OfSomethingElse_AreAnError(string body) => Assert.Throws<JsonException>(() => RuleJson.Groups(Parse(body)));

    private static JsonElement Parse(string body) => JsonDocument.Parse(body).RootElement;
}
