namespace RumPortal.Domain.Faro;

/// <summary>What a line reports, the receiver's key <c>kind</c>.</summary>
public enum FaroKind
{
    /// <summary>The line says nothing that tells its kind; it is shown as text.</summary>
    Unknown,

    /// <summary>A console message or an explicit log call.</summary>
    Log,

    /// <summary>A named event with attributes.</summary>
    Event,

    /// <summary>An exception with its stack trace.</summary>
    Exception,

    /// <summary>Named numbers, web vitals among them.</summary>
    Measurement,
}
