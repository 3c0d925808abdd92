namespace RumPortal.Portal.Configuration;

/// <summary>Where the portal's own traces, metrics and logs go; nothing is sent while <see cref="OtlpEndpoint"/> is unset.</summary>
public sealed record TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Base URL of an OTLP/HTTP collector, for example <c>http://alloy:4318</c>; <c>/v1/traces</c> and its siblings are added.</summary>
    public Uri? OtlpEndpoint { get; init; }

    public static TelemetryOptions Read(IConfiguration configuration, SettingsFaults faults)
    {
        var section = configuration.GetSection(Section);
        faults.RefuseUnknownKeys(section, nameof(OtlpEndpoint));
        if (section[nameof(OtlpEndpoint)] is not { Length: > 0 } text) return new TelemetryOptions();
        if (Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https") return new TelemetryOptions { OtlpEndpoint = endpoint };
        faults.Add($"{Section}:{nameof(OtlpEndpoint)}", "must be an http or https URL, for example http://localhost:4318.");
        return new TelemetryOptions();
    }
}
