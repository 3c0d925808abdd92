namespace RumPortal.Sandbox.FaroReceiver;

/// <summary>The two generations of Alloy's fixed list of allowed request headers.</summary>
public enum CorsHeaderList
{
    /// <summary>With <c>idempotency-key</c> (Alloy pull request 7054), and <c>Retry-After</c> exposed.</summary>
    Current,

    /// <summary>
    /// Without it: browsers with Faro SDK 2.12 send <c>Idempotency-Key</c> on every batch, so each cross-origin preflight is refused and
    /// nothing arrives.
    /// </summary>
    Old,
}
