namespace RumPortal.Sandbox.Otlp;

/// <summary>What became of the spans of one request. Refused are those without a trace id or a span id.</summary>
public readonly record struct PushResult(int Stored, int Refused)
{
    /// <summary>Says why, for the sender; empty when all were stored.</summary>
    public string Message => Refused == 0 ? "" : FormattableString.Invariant($"{Refused} spans have no valid trace id or span id");
}
