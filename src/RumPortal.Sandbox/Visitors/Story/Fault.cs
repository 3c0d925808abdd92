namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>An exception that the code of an app can throw.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Value">The message, with <c>{0}</c> where a number goes.</param>
/// <param name="Probability">For each page view.</param>
internal sealed record Fault(string Type, string Value, double Probability)
{
    /// <summary>The stack, innermost first; empty for errors without one.</summary>
    public string[] Functions { get; init; } = [];

    /// <summary>Visitors who can meet it.</summary>
    public Func<Visitor, bool> Only { get; init; } = _ => true;

    /// <summary>Pages it happens on.</summary>
    public Func<PageTemplate, bool> On { get; init; } = _ => true;
}
