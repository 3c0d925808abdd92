namespace RumPortal.Clients.Http;

/// <summary>
/// How a backend is reached: the section <c>Backends:&lt;name&gt;</c> of the configuration. A setting that is null there, which the binder
/// hands on, is an empty one.
/// </summary>
public abstract class BackendOptions
{
    /// <summary>The base address, for example <c>http://loki:3100</c> or <c>https://gateway.example/loki</c>.</summary>
    public string Url { get; set => field = value ?? ""; } = "";

    /// <summary>
    /// The value of the header <c>X-Scope-OrgID</c>; empty for a backend without tenants. Several tenants are joined by <c>|</c>.
    /// </summary>
    public string Tenant { get; set => field = value ?? ""; } = "";

    /// <summary>Sent as <c>Authorization: Bearer</c>. Not together with <see cref="Username"/>.</summary>
    public string BearerToken { get; set => field = value ?? ""; } = "";

    /// <summary>Sent with <see cref="Password"/> as <c>Authorization: Basic</c>.</summary>
    public string Username { get; set => field = value ?? ""; } = "";

    public string Password { get; set => field = value ?? ""; } = "";

    /// <summary>
    /// How long one attempt may take, from sending to the last byte. Calculations over many lines get three times as long.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}
