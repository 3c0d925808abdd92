using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Prometheus.Rules;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Ruler.Files;

namespace RumPortal.Sandbox.Ruler.Groups;

/// <summary>A recording rule that is loaded, with the outcome of its newest evaluation.</summary>
public sealed class RulerRule
{
    private RuleHealth? _health;

    /// <exception cref="LogQlException">The expression cannot be read.</exception>
    internal RulerRule(RuleDefinition definition) => (Definition, Expression) = (definition, LogQlParser.Parse(definition.Expression));

    public RuleDefinition Definition { get; }

    public Expression Expression { get; }

    /// <summary>Null before the first evaluation.</summary>
    public RuleHealth? Health
    {
        get => Volatile.Read(ref _health);
        internal set => Volatile.Write(ref _health, value);
    }

    /// <summary>The labels under which a result is stored.</summary>
    internal LabelSet Stored(LabelSet result)
    {
        var stored = result.With(MetricNames.Label, Definition.Record);
        foreach (var (name, value) in Definition.Labels) stored = stored.With(name, value);
        return stored;
    }
}
