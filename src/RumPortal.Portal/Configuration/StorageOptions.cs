using RumPortal.Storage.Databases;

namespace RumPortal.Portal.Configuration;

/// <summary>Where the portal keeps what must outlive a restart.</summary>
public sealed record StorageOptions
{
    public const string Section = "Storage";

    /// <summary>A folder that the process may write to; relative paths are taken from the content root. Holds the Data Protection keys.</summary>
    public string StateFolder { get; init; } = "state";

    /// <summary>Where the database is, in the forms of <see cref="DatabaseAddress"/>; blank for a SQLite file in the state folder. May hold a password.</summary>
    public string? ConnectionString { get; init; }

    public static StorageOptions Read(IConfiguration configuration, SettingsFaults faults)
    {
        var section = configuration.GetSection(Section);
        faults.RefuseUnknownKeys(section, nameof(StateFolder), nameof(ConnectionString));
        var options = new StorageOptions { StateFolder = section[nameof(StateFolder)] ?? "state", ConnectionString = section[nameof(ConnectionString)] };
        if (string.IsNullOrWhiteSpace(options.StateFolder)) faults.Add($"{Section}:{nameof(StateFolder)}", "must name a folder, or be left out for 'state'.");
        return options;
    }

    /// <summary>The database; null when the setting is a fault.</summary>
    public DatabaseAddress? DatabaseIn(StateFolder folder, SettingsFaults faults)
    {
        if (DatabaseAddress.TryParse(ConnectionString, folder.Path, out var address, out var fault)) return address;
        faults.Add($"{Section}:{nameof(ConnectionString)}", fault);
        return null;
    }
}
