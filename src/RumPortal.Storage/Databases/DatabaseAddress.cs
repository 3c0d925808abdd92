using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace RumPortal.Storage.Databases;

/// <summary>
/// Where the portal keeps its state: a checked <c>Storage:ConnectionString</c>. Its text form holds no credentials.
/// </summary>
/// <remarks>
/// <code>
/// (nothing)                                                       the file portal.db in the state folder
/// Data Source=/var/lib/rumportal/portal.db                        SQLite; relative paths are taken from the state folder
/// Host=db;Database=rum;Username=rum;Password=...                  PostgreSQL
/// postgres://rum:...@db:5432/rum?sslmode=verify-full              PostgreSQL
/// </code>
/// </remarks>
public sealed class DatabaseAddress
{
    public const string DefaultFile = "portal.db";

    private const string LegalForms = "'Data Source=<file>' for SQLite, 'Host=<server>;Database=<name>;Username=<user>;Password=<password>' or "
        + "'postgres://<user>:<password>@<server>/<name>' for PostgreSQL, or nothing for the file " + DefaultFile + " in the state folder";

    private DatabaseAddress(DatabaseKind kind, string connectionString, string place) =>
        (Kind, ConnectionString, Place) = (kind, connectionString, place);

    public DatabaseKind Kind { get; }

    /// <summary>A file's full path, or <c>host:port/name</c>.</summary>
    public string Place { get; }

    internal string ConnectionString { get; }

    /// <summary>Reads a connection string.</summary>
    /// <param name="text">The setting; null or blank means the default file.</param>
    /// <param name="stateFolder">An absolute path.</param>
    /// <param name="fault">What is wrong, as the end of a sentence about the setting; never repeats a value, which may be a password.</param>
    public static bool TryParse(string? text, string stateFolder, [NotNullWhen(true)] out DatabaseAddress? address, [NotNullWhen(false)] out string? fault)
    {
        address = null;
        if (string.IsNullOrWhiteSpace(text)) text = $"Data Source={DefaultFile}";
        if (PostgresSettings.IsUrl(text)) return TryPostgres(PostgresSettings.OfUrl(text, out fault), ref fault, out address);
        if (!TrySplit(text, out var pairs))
        {
            fault = $"is no connection string. It must be {LegalForms}.";
            return false;
        }
        if (pairs.ContainsKey("Host") || pairs.ContainsKey("Server")) return TryPostgres(PostgresSettings.Of(pairs, out fault), ref fault, out address);
        if (SqliteSettings.Of(pairs, stateFolder, out fault) is not { } file)
        {
            fault ??= $"names neither a file nor a server. It must be {LegalForms}.";
            return false;
        }
        address = new DatabaseAddress(DatabaseKind.Sqlite, file.ConnectionString, file.DataSource);
        return true;
    }

    public override string ToString() => Kind == DatabaseKind.Sqlite ? $"SQLite file {Place}" : $"PostgreSQL at {Place}";

    private static bool TryPostgres(
        NpgsqlConnectionStringBuilder? settings, [NotNullWhen(false)] ref string? fault, [NotNullWhen(true)] out DatabaseAddress? address)
    {
        address = settings is null ? null : new DatabaseAddress(DatabaseKind.PostgreSql, settings.ConnectionString, PlaceOf(settings));
        if (address is null) fault ??= $"is no connection string. It must be {LegalForms}.";
        return address is not null;
    }

    private static string PlaceOf(NpgsqlConnectionStringBuilder settings)
    {
        var host = IPAddress.TryParse(settings.Host, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"[{settings.Host}]"
            : settings.Host;
        return string.Create(CultureInfo.InvariantCulture, $"{host}:{settings.Port}/{settings.Database ?? settings.Username}");
    }

    private static bool TrySplit(string text, out IReadOnlyDictionary<string, string> pairs)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        pairs = found;
        try
        {
            var builder = new DbConnectionStringBuilder { ConnectionString = text };
            foreach (string key in builder.Keys) found[key] = (string)builder[key];
            return found.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
