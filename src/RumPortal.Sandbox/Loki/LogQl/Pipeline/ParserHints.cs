namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>
/// What the parsers of a metric query may skip. A query whose result groups by some labels needs no others, and one without labels
/// needs none; a log query has no hints and extracts everything.
/// </summary>
/// <remarks>
/// Loki 3.7 behaviour, with all its consequences: parsing stops once every required label was set, and because the list form of logfmt
/// sets each listed label to "" before it reads the line, it stops after the first listed key that the line holds.
/// </remarks>
internal sealed class ParserHints
{
    private readonly HashSet<string> _required;
    private readonly bool _noLabels;
    private readonly IReadOnlyList<(string Label, LabelFilter Filter)> _filters;

    private ParserHints(IEnumerable<string> required, bool noLabels, IReadOnlyList<(string, LabelFilter)> filters)
    {
        _required = new(required, StringComparer.Ordinal);
        (_noLabels, _filters) = (noLabels, filters);
    }

    public static ParserHints None { get; } = new([], false, []);

    /// <summary>How many labels must be set before parsing may stop; 0 when there is no such point.</summary>
    public int RequiredCount => _required.Count;

    /// <summary>Whether the query looks at <c>__error__</c> itself, so that parser errors do not fail it.</summary>
    public bool PreserveError => _required.Contains(SpecialLabels.Error);

    public static ParserHints ForMetric(IReadOnlyList<IStage> stages, SampleGrouping grouping, string? unwrapped)
    {
        var names = stages.SelectMany(stage => stage.RequiredLabels).Concat(grouping.Labels);
        if (unwrapped is not null) names = names.Append(unwrapped);
        var required = names.SelectMany(WithoutSuffix).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        var filters = stages.OfType<LabelFilter>().Where(filter => filter.IsSimple).Select(filter => (filter.RequiredLabels.First(), filter)).ToList();
        if (grouping.NoLabels) return new(required, required.Count == 0, filters);
        return grouping.Without || grouping.Labels.Count == 0 ? new([], false, filters) : new(required, false, []);
    }

    /// <summary>Only what these filters read.</summary>
    public static ParserHints ForProbe(IReadOnlyList<IStage> filters) => new(filters.SelectMany(filter => filter.RequiredLabels).SelectMany(WithoutSuffix), false, []);

    public bool IsRequired(string label) => _required.Contains(label);

    public bool ShouldExtract(string label) => _required.Count == 0 || _required.Contains(label);

    /// <summary>Whether any wanted label may lie below this prefix of a nested document.</summary>
    public bool ShouldExtractBelow(string prefix) => _required.Count == 0 || _required.Any(name => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Whether parsing is pointless for the whole query or, by now, for this line.</summary>
    public bool SkipParsing(int extracted) => _noLabels || AllExtracted(extracted);

    public bool AllExtracted(int extracted) => _required.Count > 0 && extracted == _required.Count;

    /// <summary>A filter further down that this label fails lets the parser drop the line at once.</summary>
    public bool ShouldContinue(string label, LabelsBuilder labels)
    {
        foreach (var (name, filter) in _filters)
            if (name == label) return filter.Matches(labels);
        return true;
    }

    /// <summary>A name with the suffix of a clash may also be the plain key of a line.</summary>
    private static IEnumerable<string> WithoutSuffix(string name) =>
        name.EndsWith(SpecialLabels.DuplicateSuffix, StringComparison.Ordinal) ? [name, name[..^SpecialLabels.DuplicateSuffix.Length]] : [name];
}
