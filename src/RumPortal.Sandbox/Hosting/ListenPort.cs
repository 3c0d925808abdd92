namespace RumPortal.Sandbox.Hosting;

/// <summary>The port that a backend listens on and the option that chooses it; 0 is any free one.</summary>
internal readonly record struct ListenPort(string Option, int Number)
{
    public SandboxException Taken(Exception? reason = null) =>
        new(
            $"Port {Number} cannot be used ({Option}): another program listens there, or it needs rights. "
            + $"Choose another one with {Option} PORT, or 0 for any free port.",
            reason);
}
