using System.Text;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary><c>| pattern `...`</c>: the captures of a <see cref="LinePattern"/> become labels.</summary>
internal sealed class PatternParser(LinePattern pattern) : IStage
{
    private readonly KeyCache<ParsedKey> _keys = new();
    private readonly List<(string Name, Range Part)> _captures = [];
    private readonly Dictionary<string, byte[]> _names = pattern.Names.ToDictionary(name => name, Encoding.UTF8.GetBytes, StringComparer.Ordinal);

    public IReadOnlyCollection<string> RequiredLabels => [];

    public bool Process(ref ReadOnlySpan<byte> line, LabelsBuilder labels)
    {
        if (labels.SkipParsing) return true;
        pattern.Match(line, _captures);
        foreach (var (name, part) in _captures)
        {
            if (_keys.Get(_names[name], labels, ParsedKey.Make).Target(labels) is not { } target) continue;
            labels.Set(target, Encoding.UTF8.GetString(line[part]));
            if (!labels.Hints.ShouldContinue(target.Name, labels)) return false;
        }

        return true;
    }
}
