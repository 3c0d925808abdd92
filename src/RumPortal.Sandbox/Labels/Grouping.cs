namespace RumPortal.Sandbox.Labels;

/// <summary><c>by (a, b)</c> or <c>without (a, b)</c>; the list may be empty.</summary>
public sealed record Grouping(bool Without, IReadOnlyList<string> Labels)
{
    /// <summary><c>by ()</c>: everything becomes one series without labels.</summary>
    public bool IsSingleton => !Without && Labels.Count == 0;
}
