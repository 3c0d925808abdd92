using System.Text;
using RumPortal.Sandbox.Re2;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary><c>| regexp `(?P&lt;status&gt;\d{3})`</c>: named groups become labels; a line that does not match stays as it is.</summary>
internal sealed class RegexpParser : IStage
{
    private readonly Re2Regex _regex;
    private readonly KeyCache<ParsedKey> _keys = new();
    private readonly IReadOnlyList<(int Group, byte[] Name)> _groups;

    public RegexpParser(Re2Regex regex)
    {
        _regex = regex;
        _groups = [.. regex.GroupNames.Select((name, i) => (i + 1, name)).Where(g => g.name is not null).Select(g => (g.Item1, Encoding.UTF8.GetBytes(g.name ?? "")))];
    }

    public IReadOnlyCollection<string> RequiredLabels => [];

    /// <exception cref="FormatException">No group has a name, or a name cannot be a label's.</exception>
    public static Re2Regex Validate(Re2Regex regex)
    {
        if (regex.GroupNames.All(name => name is null)) throw new FormatException("at least one named capture must be supplied");
        var invalid = regex.GroupNames.FirstOrDefault(name => name is not null && !LabelNames.IsValid(name));
        return invalid is null ? regex : throw new FormatException($"invalid extracted label name '{invalid}'");
    }

    public bool Process(ref ReadOnlySpan<byte> line, LabelsBuilder labels)
    {
        var match = _regex.Match(Encoding.UTF8.GetString(line));
        if (!match.Success) return true;
        foreach (var (group, name) in _groups)
        {
            if (_keys.Get(name, labels, ParsedKey.Make).Target(labels) is not { } target) continue;
            labels.Set(target, match.Groups[group].Value);
            if (!labels.Hints.ShouldContinue(target.Name, labels)) return false;
        }

        return true;
    }
}
