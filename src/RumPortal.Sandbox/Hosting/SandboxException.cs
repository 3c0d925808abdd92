namespace RumPortal.Sandbox.Hosting;

/// <summary>The sandbox cannot start, for a reason that the person at the keyboard can mend; the message says how.</summary>
public sealed class SandboxException(string message, Exception? inner = null) : Exception(message, inner);
