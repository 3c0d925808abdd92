using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace RumPortal.Domain.Vitals.Recording;

/// <summary>
/// The labels by which one rule records the vitals of an app, besides <c>app_name</c> and <c>app_environment</c>, which every rule
/// has. The series of a rule multiply with each label, so an app has several small sets rather than one of everything.
/// </summary>
public sealed partial record DimensionSet
{
    /// <summary>More labels than this never stay within a series limit.</summary>
    public const int MostDimensions = 6, LongestName = 40, LongestDimension = 64;

    /// <summary>On every recorded series without being chosen.</summary>
    public static ImmutableArray<string> Always { get; } = ["app_name", "app_environment"];

    // Names that rules set themselves, and keys whose values name single sessions, people, views or measurements.
    private static readonly ImmutableArray<string> Taken = [.. Always, DensityLabels.Vital, DensityLabels.Edge, DensityLabels.Scheme, "dimensions", "v"];
    private static readonly ImmutableArray<string> Unbounded =
    [
        "session_id", "session_attr_previousSession", "user_id", "user_email", "user_username", "page_url", "context_id", "context_navigation_entry_id",
        "traceID", "spanID", "timestamp", "browser_userAgent", "browser_viewportWidth", "browser_viewportHeight",
    ];

    private DimensionSet(string name, ImmutableArray<string> dimensions)
    {
        Name = name;
        Dimensions = dimensions;
    }

    /// <summary>Names the rule; lower-case letters, digits and hyphens.</summary>
    public string Name { get; }

    /// <summary>In the order in which they were chosen.</summary>
    public ImmutableArray<string> Dimensions { get; }

    /// <param name="fault">A sentence for the user when the answer is false.</param>
    public static bool TryCreate(
        string? name, IEnumerable<string> dimensions, [NotNullWhen(true)] out DimensionSet? set, [NotNullWhen(false)] out string? fault)
    {
        set = null;
        // One more than allowed tells that there are too many, however many there are.
        var chosen = dimensions.Take(MostDimensions + 1).ToImmutableArray();
        fault = FaultOfName(name) ?? FaultOfCount(chosen) ?? chosen.Select(FaultOf).OfType<string>().FirstOrDefault();
        if (fault is null) set = new DimensionSet(name ?? "", chosen);
        return fault is null;
    }

    /// <summary>Whether series recorded by this set can answer a question about these labels.</summary>
    public bool Holds(IEnumerable<string> labels) => labels.All(label => Dimensions.Contains(label) || Always.Contains(label));

    public bool Equals(DimensionSet? other) => other is not null && Name == other.Name && Dimensions.SequenceEqual(other.Dimensions);

    public override int GetHashCode() => HashCode.Combine(Name, Dimensions.Length);

    private static string? FaultOfName(string? name) =>
        name is { Length: > 0 and <= LongestName } && NameForm().IsMatch(name) ? null
        : $"The name of a dimension set has up to {LongestName} lower-case letters, digits and hyphens and starts with a letter.";

    private static string? FaultOfCount(ImmutableArray<string> dimensions) =>
        dimensions.Length == 0 ? "A dimension set needs at least one dimension."
        : dimensions.Length > MostDimensions ? $"A dimension set has at most {MostDimensions} dimensions."
        : dimensions.GroupBy(dimension => dimension).FirstOrDefault(group => group.Count() > 1) is { } twice ? $"The dimension {twice.Key} is named twice."
        : null;

    private static string? FaultOf(string? dimension) =>
        dimension is not { Length: > 0 and <= LongestDimension } || !LabelForm().IsMatch(dimension)
            ? $"A dimension has up to {LongestDimension} letters, digits and underscores and does not start with a digit or two underscores."
        : Taken.Contains(dimension) ? $"{dimension} is set by the rule itself."
        : Unbounded.Contains(dimension) ? $"{dimension} has too many values to record; filter by it in a query instead."
        : null;

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*\z")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"\A(?!__)[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex LabelForm();
}
