using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Loki.Store;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>The pipeline of a log query with its labels.</summary>
/// <remarks>
/// A logfmt stage that is followed by label filters runs twice: first only for the labels that the filters read, and whole for the lines
/// that pass. The answers are the same, because between the two only filters stand, and most lines fail.
/// </remarks>
internal sealed class LinePipeline
{
    private readonly List<IStage> _stages;
    private readonly int _probed;
    private readonly LabelsBuilder? _probe;
    private readonly List<IStage> _probeStages = [];

    /// <exception cref="LogQlException">A stage is wrong.</exception>
    public LinePipeline(IReadOnlyList<StageExpression> expressions)
    {
        _stages = StageCompiler.Compile(expressions);
        var parser = _stages.FindIndex(stage => stage is not LineFilter);
        if (parser < 0 || _stages[parser] is not LogfmtParser { IsLenient: true } logfmt) return;
        var filters = _stages.Skip(parser + 1).TakeWhile(stage => stage is LabelFilter).ToList();
        if (filters.Count == 0) return;
        _probed = parser;
        _probeStages = [logfmt.Clone(), .. filters];
        _probe = new(ParserHints.ForProbe(filters));
    }

    public LabelsBuilder Labels { get; } = new(ParserHints.None);

    /// <summary>Runs one line through; false when it is dropped. The line is valid until the next call.</summary>
    public bool TryProcess(LabelSet stream, in LogEntry entry, out ReadOnlySpan<byte> line)
    {
        line = entry.Line;
        Labels.Start(stream, entry.Metadata);
        for (var i = 0; i < _stages.Count; i++)
        {
            if (_probe is not null && i == _probed && !PassesProbe(_probe, stream, entry, line)) return false;
            if (!_stages[i].Process(ref line, Labels)) return false;
        }

        return true;
    }

    private bool PassesProbe(LabelsBuilder labels, LabelSet stream, in LogEntry entry, ReadOnlySpan<byte> line)
    {
        labels.Start(stream, entry.Metadata);
        foreach (var stage in _probeStages)
            if (!stage.Process(ref line, labels)) return false;
        return true;
    }
}
