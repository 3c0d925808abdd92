using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary><c>| drop a, b="x", __error__</c>: removes labels, and errors as well.</summary>
internal sealed class LabelDropper(IReadOnlyList<LabelSelection> selections) : IStage
{
    public IReadOnlyCollection<string> RequiredLabels => [];

    public bool Process(ref ReadOnlySpan<byte> line, LabelsBuilder labels)
    {
        foreach (var (name, matcher) in selections)
            switch (name)
            {
                case SpecialLabels.Error:
                    if (matcher is null || matcher.Matches(labels.Error)) labels.SetError("", labels.ErrorDetails);
                    break;
                case SpecialLabels.ErrorDetails:
                    if (matcher is null || matcher.Matches(labels.ErrorDetails)) labels.SetError(labels.Error, "");
                    break;
                default:
                    var value = labels.Get(name);
                    if (matcher is null ? value is not null : matcher.Matches(value ?? "")) labels.Delete(name);
                    break;
            }

        return true;
    }
}
