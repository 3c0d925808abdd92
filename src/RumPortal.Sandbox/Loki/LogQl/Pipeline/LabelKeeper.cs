using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary><c>| keep a, b="x"</c>: removes all other labels, those of the stream too; errors stay.</summary>
internal sealed class LabelKeeper(IReadOnlyList<LabelSelection> selections) : IStage
{
    private readonly List<Label> _all = [];

    public IReadOnlyCollection<string> RequiredLabels => [];

    public bool Process(ref ReadOnlySpan<byte> line, LabelsBuilder labels)
    {
        _all.Clear();
        labels.CollectAll(_all);
        foreach (var label in _all)
            if (!SpecialLabels.IsSpecial(label.Name) && !selections.Any(s => s.Name == label.Name && (s.Matcher is null || s.Matcher.Matches(label.Value))))
                labels.Delete(label.Name);
        return true;
    }
}
