using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Re2;

namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary><c>label_replace</c> and <c>label_join</c> as functions of label sets.</summary>
internal static class LabelFunctions
{
    /// <exception cref="ExecutionException">The expression or the target's name is refused.</exception>
    public static Func<LabelSet, LabelSet> Replace(string target, string replacement, string source, string pattern)
    {
        var regex = Regex(pattern);
        RequireName("destination", "label_replace", target);
        return labels =>
        {
            var match = regex.Match(labels.ValueOrEmpty(source));
            return match.Success ? labels.With(target, Re2Expansion.Expand(replacement, match, regex)) : labels;
        };
    }

    /// <exception cref="ExecutionException">A name is refused.</exception>
    public static Func<LabelSet, LabelSet> Join(string target, string separator, IReadOnlyList<string> sources)
    {
        foreach (var source in sources) RequireName("source", "label_join", source);
        RequireName("destination", "label_join", target);
        return labels => labels.With(target, string.Join(separator, sources.Select(labels.ValueOrEmpty)));
    }

    private static Re2Regex Regex(string pattern)
    {
        try
        {
            return Re2Regex.ParseAnchored(pattern);
        }
        catch (Re2SyntaxException e)
        {
            throw new ExecutionException($"invalid regular expression in label_replace(): {pattern}: {e.Message}");
        }
    }

    private static void RequireName(string role, string function, string name)
    {
        if (!MetricNames.IsLabelName(name)) throw new ExecutionException($"invalid {role} label name in {function}(): {name}");
    }
}
