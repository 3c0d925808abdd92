using Microsoft.Data.Sqlite;

namespace RumPortal.Storage.Databases;

/// <summary>The address of a SQLite file, as the driver wants it.</summary>
internal static class SqliteSettings
{
    /// <summary>How long a statement waits for the file's lock, in seconds.</summary>
    private const int DefaultPatience = 5;

    /// <summary>Null when no file is named (no fault), or what is named cannot hold state (with the fault).</summary>
    public static SqliteConnectionStringBuilder? Of(IReadOnlyDictionary<string, string> pairs, string stateFolder, out string? fault)
    {
        fault = null;
        var settings = new SqliteConnectionStringBuilder { DefaultTimeout = DefaultPatience, ForeignKeys = true };
        foreach (var (key, value) in pairs)
        {
            try
            {
                settings[key] = value;
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidCastException)
            {
                fault = settings.ContainsKey(key)
                    ? $"has a value that SQLite's '{key}' cannot take."
                    : $"holds '{key}', which is no keyword of a SQLite connection string (and without 'Host' it is none of PostgreSQL).";
                return null;
            }
        }
        if (string.IsNullOrWhiteSpace(settings.DataSource)) return null;
        fault = FaultOf(settings);
        if (fault is not null) return null;
        settings.DataSource = Path.GetFullPath(settings.DataSource, stateFolder);
        return settings;
    }

    private static string? FaultOf(SqliteConnectionStringBuilder settings) => settings switch
    {
        { Mode: SqliteOpenMode.Memory } or { DataSource: ":memory:" } => "names a database in memory, which would forget everything at each restart.",
        { Password.Length: > 0 } => "has a password, but the SQLite of this portal does not encrypt; leave 'Password' out.",
        { DataSource: var file } when file.StartsWith("file:", StringComparison.OrdinalIgnoreCase) => "names a SQLite URI; it must name the file by its path.",
        { DataSource: var file } when file.Contains('\0', StringComparison.Ordinal) => "names a file with a NUL character.",
        _ => null,
    };
}
