using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;

namespace RumPortal.Automation.Render;

/// <summary>What the vitals rules of one app are made of.</summary>
/// <param name="App">The app's name as its lines carry it.</param>
/// <param name="Sets">What is recorded, in the order of the rules. Of two sets with the same dimensions the first counts.</param>
public sealed record VitalRuleRequest(string App, ImmutableArray<BudgetedSet> Sets)
{
    /// <summary>What the installation calls its stream labels.</summary>
    public StreamLabelNames Labels { get; init; } = StreamLabelNames.Default;

    /// <summary>How the installation's lines are spelt.</summary>
    public LineParser Parser { get; init; } = LineParser.Logfmt;

    /// <summary>When a vital counts as having become worse; null for no alerts.</summary>
    public VitalAlertOptions? Alerts { get; init; } = new();

    /// <summary>Where the portal is, for links in alerts; null for none.</summary>
    public Uri? Portal { get; init; }
}
