using System.Text;
using RumPortal.Clients.Loki;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Features.Admin;

namespace RumPortal.UnitTests.Portal.Admin;

public sealed class LabelSuggestionTests
{
    [Fact]
    public void For_LabelsAsConfigured_SuggestsNothing() =>
        Assert.Empty(LabelSuggestion.For(StreamLabelNames.Default, ["app_name", "app_environment", "kind", "app"], []));

    [Fact]
    public void For_OtherLabels_TrustsSampledLinesBeforeUsualNames()
    {
        var samples = new[]
        {
            Sample("kind=log app_name=shop-web app_environment=prod", ("service", "shop-web"), ("stage", "prod"), ("app", "frontend"), ("type", "log")),
            Sample("kind=event app_name=docs app_environment=prod", ("service", "docs"), ("stage", "prod"), ("app", "frontend"), ("type", "event")),
        };

        Assert.Equal(
        [
            new LabelSuggestion("Backends:Loki:Labels:App", "service", "its value is that of app_name in sampled lines"),
            new LabelSuggestion("Backends:Loki:Labels:Environment", "stage", "its value is that of app_environment in sampled lines"),
            new LabelSuggestion("Backends:Loki:Labels:Kind", "type", "its value is that of kind in sampled lines"),
        ], LabelSuggestion.For(StreamLabelNames.Default, ["service", "stage", "app", "type"], samples));
    }

    [Fact]
    public void For_SamplesThatDisagree_TakesTheLabelThatRepeatsMostLines()
    {
        var samples = new[] { Sample("app_name=a", ("x", "a"), ("y", "a")), Sample("app_name=b", ("x", "other"), ("y", "b")) };

        Assert.Equal("y", LabelSuggestion.For(StreamLabelNames.Default, ["x", "y", "app_environment", "kind"], samples).Single().Label);
    }

    [Theory]
    [InlineData("application env", "App=application Environment=env")]
    [InlineData("Application deployment_environment service_name", "App=Application Environment=deployment_environment")]
    [InlineData("service_name", "App=service_name")]
    [InlineData("app app_environment", "App=app")]
    [InlineData("host filename", "")]
    public void For_LabelsWithoutSamples_TakesTheFirstUsualName(string labels, string expected)
    {
        var suggestions = LabelSuggestion.For(StreamLabelNames.Default, labels.Split(' '), []).ToList();

        Assert.Equal(expected, string.Join(' ', suggestions.Select(suggestion => $"{suggestion.Setting["Backends:Loki:Labels:".Length..]}={suggestion.Label}")));
        Assert.All(suggestions, suggestion => Assert.Equal("it is a usual name for this label", suggestion.Because));
    }

    [Fact]
    public void For_AnInstallationWithoutAKindLabel_SuggestsNone() =>
        Assert.Empty(LabelSuggestion.For(StreamLabelNames.Default with { Kind = null }, ["app_name", "app_environment"], [Sample("kind=log", ("k", "log"))]));

    private static FaroRecord Sample(string line, params (string Name, string Value)[] labels) => new FaroRecordBuffer().Add(
        Encoding.UTF8.GetBytes(line), 0, LabelSet.From(labels.Select(label => new KeyValuePair<string, string>(label.Name, label.Value))));
}
