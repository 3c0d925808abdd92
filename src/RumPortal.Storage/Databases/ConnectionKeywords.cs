using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace RumPortal.Storage.Databases;

/// <summary>The <c>Key=Value;...</c> form of connection strings, with faults that name keywords and never values.</summary>
internal static class ConnectionKeywords
{
    public const string LegalForms =
        "It must be 'Data Source=<file>' for SQLite, 'Host=<server>;Database=<name>;Username=<user>;Password=<password>' or "
        + "'postgres://<user>:<password>@<server>/<name>' for PostgreSQL, or nothing for the file " + DatabaseAddress.DefaultFile
        + " in the state folder.";

    /// <param name="pairs">By keyword, in any letter case.</param>
    public static bool TrySplit(
        string text, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? pairs, [NotNullWhen(false)] out string? fault)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            var builder = new DbConnectionStringBuilder { ConnectionString = text };
            foreach (string key in builder.Keys) found[key] = (string)builder[key];
        }
        catch (ArgumentException)
        {
            found.Clear();
        }
        pairs = found.Count > 0 ? found : null;
        fault = pairs is null ? $"is no connection string. {LegalForms}" : null;
        return pairs is not null && fault is null;
    }

    /// <summary>Hands the pairs to a driver's settings; returns what is wrong with the first that it does not take.</summary>
    /// <param name="database">Whose keywords these are, for the fault.</param>
    public static string? Fill(DbConnectionStringBuilder settings, IReadOnlyDictionary<string, string> pairs, string database)
    {
        foreach (var (key, value) in pairs)
        {
            if (!settings.ContainsKey(key)) return $"holds '{key}', which is no keyword of a {database} connection string.";
            try
            {
                settings[key] = value;
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException
                or InvalidCastException or NotSupportedException)
            {
                return $"has a value that {database}'s '{key}' cannot take.";
            }
        }
        return null;
    }
}
