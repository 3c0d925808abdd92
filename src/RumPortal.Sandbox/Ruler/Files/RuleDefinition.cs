namespace RumPortal.Sandbox.Ruler.Files;

/// <summary>One rule as its file says it, not yet checked. What the file leaves out is empty.</summary>
public sealed record RuleDefinition
{
    /// <summary>Name of the metric that the rule writes.</summary>
    public string Record { get; init; } = "";

    /// <summary>Name of an alert; a rule has this or <see cref="Record"/>.</summary>
    public string Alert { get; init; } = "";

    public string Expression { get; init; } = "";

    /// <summary>How long an alert's condition has to hold.</summary>
    public TimeSpan For { get; init; }

    /// <summary>Set on every sample; they win over the labels of the result.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();
}
