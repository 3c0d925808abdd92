using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>A key as it stands in lines, with the label that it becomes: the sanitised name, or that name with a suffix when it clashes.</summary>
internal sealed class ParsedKey(string name, LabelsBuilder labels)
{
    private readonly ExtractionMark _plain = labels.MarkOf(name);
    private readonly bool _plainWanted = name.Length > 0 && labels.Hints.ShouldExtract(name);
    private readonly ExtractionMark _suffixed = labels.MarkOf(name + SpecialLabels.DuplicateSuffix);
    private readonly bool _suffixedWanted = name.Length > 0 && labels.Hints.ShouldExtract(name + SpecialLabels.DuplicateSuffix);
    private LabelSet? _stream;
    private bool _clashesWithStream;

    public static ParsedKey Make(string name, LabelsBuilder labels) => new(name, labels);

    /// <summary>The label to set, or null when the query does not want it or the line already has it.</summary>
    public ExtractionMark? Target(LabelsBuilder labels)
    {
        if (!ReferenceEquals(_stream, labels.Stream)) (_stream, _clashesWithStream) = (labels.Stream, labels.Stream.Contains(name));
        var clashes = _clashesWithStream || labels.HasMetadata(name);
        var mark = clashes ? _suffixed : _plain;
        return (clashes ? _suffixedWanted : _plainWanted) && !labels.IsExtracted(mark) ? mark : null;
    }
}
