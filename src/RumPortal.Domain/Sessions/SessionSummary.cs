using System.Collections.Immutable;
using RumPortal.Domain.Faro;

namespace RumPortal.Domain.Sessions;

/// <summary>What a session's lines say together. A value that no line has is null.</summary>
/// <param name="Start">Corrected time of the first event.</param>
/// <param name="End">Corrected time of the last event.</param>
/// <param name="Active">Time between neighbouring events that are less than <see cref="IdleGap.Threshold"/> apart.</param>
/// <param name="Visitor">From the newest line that names one: people sign in after the session began.</param>
/// <param name="Versions">App versions in the order of their first line; more than one after a deployment in the midst.</param>
/// <param name="PreviousSession">The session that this one continues.</param>
/// <param name="Counts">Events by type; types without one are absent.</param>
/// <param name="Vitals">The final report of each vital of each page load, worst first.</param>
/// <param name="Attributes">Attributes of session and user that the app set, in label form of their keys, sorted.</param>
public sealed record SessionSummary(
    string Id,
    DateTimeOffset Start,
    DateTimeOffset End,
    TimeSpan Active,
    string? App,
    string? Environment,
    ImmutableArray<string> Versions,
    Visitor Visitor,
    string? Browser,
    string? OperatingSystem,
    string? Language,
    string? Viewport,
    string? Sdk,
    string? PreviousSession,
    ImmutableDictionary<FaroCategory, int> Counts,
    ImmutableArray<SessionVital> Vitals,
    ImmutableArray<KeyValuePair<string, string>> Attributes)
{
    public TimeSpan Duration => End - Start;

    public int CountOf(FaroCategory type) => Counts.GetValueOrDefault(type);

    public SessionVital? WorstVital => Vitals.FirstOrDefault();
}
