namespace RumPortal.Sandbox.FaroReceiver;

public enum RateLimitStrategy
{
    /// <summary>One bucket for the receiver, asked before the body is read.</summary>
    Global,

    /// <summary>One bucket for each pair of app name and environment, asked after the body is decoded.</summary>
    PerApp,
}
