namespace RumPortal.Sandbox.Loki.Ingest;

/// <summary>A push that is refused, in whole or in part; the message is the answer.</summary>
public sealed class PushException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
