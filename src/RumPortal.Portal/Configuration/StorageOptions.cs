namespace RumPortal.Portal.Configuration;

/// <summary>Where the portal keeps what must outlive a restart.</summary>
public sealed record StorageOptions
{
    public const string Section = "Storage";

    /// <summary>A folder that the process may write to; relative paths are taken from the content root. Holds the Data Protection keys.</summary>
    public string StateFolder { get; init; } = "state";

    public static StorageOptions Read(IConfiguration configuration, SettingsFaults faults)
    {
        var section = configuration.GetSection(Section);
        faults.RefuseUnknownKeys(section, nameof(StateFolder));
        var options = new StorageOptions { StateFolder = section[nameof(StateFolder)] ?? "state" };
        if (string.IsNullOrWhiteSpace(options.StateFolder)) faults.Add($"{Section}:{nameof(StateFolder)}", "must name a folder, or be left out for 'state'.");
        return options;
    }
}
