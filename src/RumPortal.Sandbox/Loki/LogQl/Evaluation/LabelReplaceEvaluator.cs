using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Re2;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary><c>label_replace(v, "dst", "$1", "src", "(.*):.*")</c>: where the source matches as a whole, the destination is set; an empty result removes it.</summary>
internal sealed class LabelReplaceEvaluator(LabelReplacement replacement, StepEvaluator operand) : StepEvaluator
{
    private readonly Dictionary<LabelSet, LabelSet> _replaced = [];

    public override List<Sample> At(long time)
    {
        var samples = operand.At(time);
        for (var i = 0; i < samples.Count; i++) samples[i] = samples[i] with { Labels = Replaced(samples[i].Labels) };
        return samples;
    }

    private LabelSet Replaced(LabelSet labels)
    {
        if (_replaced.TryGetValue(labels, out var known)) return known;
        var match = replacement.Regex.Match(labels.ValueOrEmpty(replacement.Source));
        var result = match.Success ? labels.With(replacement.Destination, Re2Expansion.Expand(replacement.Replacement, match, replacement.Regex)) : labels;
        _replaced.Add(labels, result);
        return result;
    }
}
