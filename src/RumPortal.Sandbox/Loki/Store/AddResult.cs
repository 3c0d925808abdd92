namespace RumPortal.Sandbox.Loki.Store;

/// <summary>What became of a line.</summary>
internal enum AddResult
{
    Added,

    /// <summary>The stream has the same line at the same time already.</summary>
    Duplicate,

    /// <summary>The stream was given up in this moment, because all it held was dropped; a new one must be made.</summary>
    Closed,
}
