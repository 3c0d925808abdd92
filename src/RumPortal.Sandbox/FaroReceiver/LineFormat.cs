namespace RumPortal.Sandbox.FaroReceiver;

/// <summary>How a line is written: Alloy's argument <c>log_format</c>.</summary>
public enum LineFormat
{
    Logfmt,
    Json,
}
