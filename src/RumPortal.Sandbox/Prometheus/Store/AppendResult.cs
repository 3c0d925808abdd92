namespace RumPortal.Sandbox.Prometheus.Store;

internal enum AppendResult
{
    Added,

    /// <summary>There was a sample at that time; its value is now the new one.</summary>
    Replaced,

    /// <summary>The series was dropped from the store meanwhile.</summary>
    Closed,
}
