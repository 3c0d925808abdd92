namespace RumPortal.Sandbox.FaroReceiver.Lines;

/// <summary>A text, or a number where <paramref name="Text"/> is null (only the <c>value_*</c> keys of measurements are numbers).</summary>
public readonly record struct FieldValue(string? Text, double Number)
{
    /// <summary>What a label or a logfmt line shows.</summary>
    public override string ToString() => Text ?? GoNumber.Shortest(Number);
}
