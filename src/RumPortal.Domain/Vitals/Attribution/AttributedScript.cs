namespace RumPortal.Domain.Vitals.Attribution;

/// <summary>A script that ran long during interactions.</summary>
/// <param name="Source">Its address; where the SDK does not tell that, what called it.</param>
/// <param name="Count">Interactions.</param>
/// <param name="Milliseconds">All of its time within them.</param>
public readonly record struct AttributedScript(string Source, int Count, double Milliseconds);
