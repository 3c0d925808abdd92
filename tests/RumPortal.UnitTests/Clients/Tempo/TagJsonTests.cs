using System.Text.Json;
using RumPortal.Clients.Querying;
using RumPortal.Clients.Tempo;
using RumPortal.Testing.Conformance;

namespace RumPortal.UnitTests.Clients.Tempo;

public sealed class TagJsonTests
{
    [Fact]
    public void Tags_OfTempo_AreListedByScope()
    {
        var scope = Assert.Single(TagJson.Tags(Recorded("tags-v2")));

        Assert.Equal("resource", scope.Scope);
        Assert.Equal(["deployment.environment.name", "service.name", "service.namespace", "service.version", "telemetry.distro.name", "telemetry.sdk.language"], scope.Names);
    }

    [Fact]
    public void Values_OfTempo_HaveTheirType()
    {
        Assert.Equal(["admin-console", "cart-api", "docs-site", "shop-web", "traefik"], TagJson.Values(Recorded("tag-values-v2")).Select(value => value.Text).Order());
        Assert.All(TagJson.Values(Recorded("tag-values-v2")), value => Assert.Equal("string", value.Type));
        Assert.Empty(TagJson.Values(Recorded("tag-values-none")));
    }

    [Fact]
    public void Answers_WithoutMembers_AreEmpty()
    {
        Assert.Empty(TagJson.Tags(Parse("{}")));
        Assert.Empty(TagJson.Values(Parse("{}")));
        Assert.Equal(new BuildInfo("", ""), TagJson.BuildInfo(Parse("{}")));
        Assert.Equal(new BuildInfo("3.0.3", "ad33aa8"), TagJson.BuildInfo(Parse("""{"version":"3.0.3","revision":"ad33aa8","branch":"HEAD"}""")));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"scopes":{},"tagValues":7}""")]
    public void Answers_OfAnotherShape_AreErrors(string body)
    {
        Assert.Throws<JsonException>(() => TagJson.Tags(Parse(body)));
        Assert.Throws<JsonException>(() => TagJson.Values(Parse(body)));
    }

    private static JsonElement Recorded(string id) => KitAnswers.OfTempo.Single(answer => answer.Id == id).Root;

    private static JsonElement Parse(string body) => JsonDocument.Parse(body).RootElement;
}
