using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>
/// The labels of the line that is being worked on: those of the stream, the structured metadata, and what parsers and formatters set.
/// Of equal names parsed ones win over metadata, and metadata over the stream. One builder serves all lines of an evaluation.
/// </summary>
internal sealed class LabelsBuilder(ParserHints hints)
{
    private readonly List<Label> _metadata = [];
    private readonly List<Label> _parsed = [];
    private readonly List<string> _deleted = [];
    private readonly Dictionary<string, ExtractionMark> _marks = new(StringComparer.Ordinal);
    private long _line;
    private int _extractedRequired;

    public ParserHints Hints => hints;

    public LabelSet Stream { get; private set; } = LabelSet.Empty;

    public string Error { get; private set; } = "";

    public string ErrorDetails { get; private set; } = "";

    public IReadOnlyList<Label> Metadata => _metadata;

    public IReadOnlyList<Label> Parsed => _parsed;

    /// <summary>Whether parsers have nothing to do for this line.</summary>
    public bool SkipParsing => hints.SkipParsing(_extractedRequired);

    /// <summary>Whether every label that the query needs was set, so that parsing may stop.</summary>
    public bool AllExtracted => hints.AllExtracted(_extractedRequired);

    /// <summary>The structured metadata as it was stored.</summary>
    public LabelSet StoredMetadata { get; private set; } = LabelSet.Empty;

    /// <summary>Whether the labels are still those of the stream and the stored metadata.</summary>
    public bool IsUnchanged => _parsed.Count == 0 && _deleted.Count == 0;

    public void Start(LabelSet stream, LabelSet metadata)
    {
        (Stream, StoredMetadata) = (stream, metadata);
        _metadata.Clear();
        _parsed.Clear();
        _deleted.Clear();
        (Error, ErrorDetails) = ("", "");
        _line++;
        _extractedRequired = 0;
        foreach (var label in metadata.Labels)
            _metadata.Add(stream.Contains(label.Name) ? new(label.Name + SpecialLabels.DuplicateSuffix, label.Value) : label);
    }

    public void SetError(string error, string details) => (Error, ErrorDetails) = (error, details);

    /// <summary>A parser's complaint: kept in the result when the query asks for errors.</summary>
    public void SetParserError(string error, string details)
    {
        SetError(error, details);
        if (hints.PreserveError) Set(SpecialLabels.PreserveError, "true");
    }

    public bool HasMetadata(string name)
    {
        foreach (var label in _metadata)
            if (label.Name == name) return true;
        return false;
    }

    /// <summary>The value of a label, null when the line has none of that name.</summary>
    public string? Get(string name)
    {
        foreach (var label in _metadata)
            if (label.Name == name) return label.Value;
        foreach (var label in _parsed)
            if (label.Name == name) return label.Value;
        return !_deleted.Contains(name) && Stream.TryGet(name, out var value) ? value : null;
    }

    /// <summary>What a template sees: the error labels are ordinary ones there.</summary>
    public string GetForTemplate(string name) => name switch
    {
        SpecialLabels.Error => Error,
        SpecialLabels.ErrorDetails => ErrorDetails,
        _ => Get(name) ?? "",
    };

    public void Set(string name, string value) => Set(MarkOf(name), value);

    public void Set(ExtractionMark mark, string value)
    {
        RemoveMetadata(mark.Name);
        if (mark.Line == _line)
            for (var i = 0; i < _parsed.Count; i++)
                if (_parsed[i].Name == mark.Name)
                {
                    _parsed[i] = new(mark.Name, value);
                    return;
                }

        _parsed.Add(new(mark.Name, value));
        if (mark.Line == _line) return;
        mark.Line = _line;
        if (mark.IsRequired) _extractedRequired++;
    }

    public void Delete(string name)
    {
        RemoveMetadata(name);
        _parsed.RemoveAll(label => label.Name == name);
        _deleted.Add(name);
    }

    public bool IsDeleted(string name) => _deleted.Contains(name);

    /// <summary>Whether a step of this line set the name before; parsers leave such names alone.</summary>
    public bool IsExtracted(ExtractionMark mark) => mark.Line == _line;

    public ExtractionMark MarkOf(string name)
    {
        if (_marks.TryGetValue(name, out var mark)) return mark;
        mark = new(name, hints.IsRequired(name));
        // Hostile lines can hold any number of names; those beyond the bound are simply not remembered between lines.
        if (_marks.Count < 10_000) _marks.Add(name, mark);
        return mark;
    }

    /// <summary>All labels, in no order; names are distinct.</summary>
    public void CollectAll(List<Label> target)
    {
        CollectStream(target);
        target.AddRange(_metadata);
        target.AddRange(_parsed);
        CollectErrors(target);
    }

    /// <summary>The stream's labels that are neither deleted nor hidden by others.</summary>
    public void CollectStream(List<Label> target)
    {
        foreach (var label in Stream.Labels)
            if (!_deleted.Contains(label.Name) && !HasMetadata(label.Name) && !IsParsed(label.Name)) target.Add(label);
    }

    public void CollectErrors(List<Label> target)
    {
        if (Error.Length > 0) target.Add(new(SpecialLabels.Error, Error));
        if (ErrorDetails.Length > 0) target.Add(new(SpecialLabels.ErrorDetails, ErrorDetails));
    }

    private void RemoveMetadata(string name)
    {
        for (var i = _metadata.Count - 1; i >= 0; i--)
            if (_metadata[i].Name == name) _metadata.RemoveAt(i);
    }

    private bool IsParsed(string name)
    {
        foreach (var label in _parsed)
            if (label.Name == name) return true;
        return false;
    }
}
