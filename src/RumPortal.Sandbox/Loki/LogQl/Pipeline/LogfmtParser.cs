using System.Buffers;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary><c>| logfmt</c>: every pair becomes a label; of a key that occurs twice the first counts, and empty values are left out.</summary>
internal sealed class LogfmtParser(bool strict, bool keepEmpty) : IStage
{
    private readonly KeyCache<ParsedKey> _keys = new();
    private readonly ValueText _values = new();
    private readonly ArrayBufferWriter<byte> _unescaped = new();

    public IReadOnlyCollection<string> RequiredLabels => [];

    /// <summary>Whether it only sets labels, so that reading a line for some of them gives the same values as reading it whole.</summary>
    public bool IsLenient => !strict;

    /// <summary>The same parser with buffers and remembered keys of its own.</summary>
    public LogfmtParser Clone() => new(strict, keepEmpty);

    public bool Process(ref ReadOnlySpan<byte> line, LabelsBuilder labels)
    {
        if (labels.SkipParsing) return true;
        var reader = new LogfmtReader(line, _unescaped);
        while (!reader.AtEnd)
        {
            if (!reader.TryRead())
            {
                if (strict) break;
                continue;
            }

            if (_keys.Get(reader.Key, labels, ParsedKey.Make).Target(labels) is not { } target || (!keepEmpty && reader.Value.IsEmpty)) continue;
            labels.Set(target, _values.Get(reader.Value));
            if (!labels.Hints.ShouldContinue(target.Name, labels)) return false;
            if (labels.AllExtracted) break;
        }

        if (!strict || reader.Error is null) return true;
        labels.SetParserError(SpecialLabels.LogfmtError, reader.Error);
        return labels.Hints.ShouldContinue(SpecialLabels.Error, labels);
    }
}
