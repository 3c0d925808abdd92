using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace RumPortal.Storage.Databases;

/// <summary>The address of a SQLite file, as the driver wants it.</summary>
internal static class SqliteSettings
{
    /// <summary>How long a statement waits for the file's lock, in seconds; the driver's own limit is 30.</summary>
    private const int LockPatience = 5;

    /// <param name="stateFolder">What relative paths start from.</param>
    public static bool TryCreate(
        IReadOnlyDictionary<string, string> pairs,
        string stateFolder,
        [NotNullWhen(true)] out SqliteConnectionStringBuilder? settings,
        [NotNullWhen(false)] out string? fault)
    {
        var filled = new SqliteConnectionStringBuilder { DefaultTimeout = LockPatience, ForeignKeys = true };
        fault = ConnectionKeywords.Fill(filled, pairs, "SQLite") ?? FaultOf(filled);
        settings = null;
        if (fault is not null) return false;
        filled.DataSource = Path.GetFullPath(filled.DataSource, stateFolder);
        settings = filled;
        return true;
    }

    private static string? FaultOf(SqliteConnectionStringBuilder settings)
    {
        var file = settings.DataSource;
        if (string.IsNullOrWhiteSpace(file)) return $"names neither a file nor a server. {ConnectionKeywords.LegalForms}";
        if (settings.Mode == SqliteOpenMode.Memory || file == ":memory:")
            return "names a database in memory, which would forget everything at each restart.";
        if (settings.Password.Length > 0) return "has a password, but the SQLite of this portal does not encrypt; leave 'Password' out.";
        if (file.StartsWith("file:", StringComparison.OrdinalIgnoreCase)) return "names a SQLite URI; it must name the file by its path.";
        return file.Contains('\0', StringComparison.Ordinal) ? "names a file with a NUL character." : null;
    }
}
