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

    private DatabaseAddress(DatabaseKind kind, string connectionString, string place) =>
        (Kind, ConnectionString, Place) = (kind, connectionString, place);

    public DatabaseKind Kind { get; }

    /// <summary>A file's full path, or <c>host:port/name</c>.</summary>
    public string Place { get; }

    internal string ConnectionString { get; }

    /// <summary>Reads a connection string.</summary>
    /// <param name="text">The setting; null or blank means the default file.</param>
    /// <param name="stateFolder">An absolute path.</param>
    /// <param name="fault">What is wrong, as the end of a sentence about the setting; names keywords, never values.</param>
    public static bool TryParse(
        string? text, string stateFolder, [NotNullWhen(true)] out DatabaseAddress? address, [NotNullWhen(false)] out string? fault)
    {
        address = null;
        if (string.IsNullOrWhiteSpace(text)) text = $"Data Source={DefaultFile}";
        if (PostgresUrl.IsUrl(text)) return PostgresUrl.TrySplit(text, out var parts, out fault) && TryServer(parts, out address, out fault);
        if (!ConnectionKeywords.TrySplit(text, out var pairs, out fault)) return false;
        if (pairs.ContainsKey("Host") || pairs.ContainsKey("Server")) return TryServer(pairs, out address, out fault);
        if (!SqliteSettings.TryCreate(pairs, stateFolder, out var file, out fault)) return false;
        address = new DatabaseAddress(DatabaseKind.Sqlite, file.ConnectionString, file.DataSource);
        return true;
    }

    public override string ToString() => Kind == DatabaseKind.Sqlite ? $"SQLite file {Place}" : $"PostgreSQL at {Place}";

    private static bool TryServer(
        IReadOnlyDictionary<string, string> pairs, [NotNullWhen(true)] out DatabaseAddress? address, [NotNullWhen(false)] out string? fault)
    {
        address = null;
        if (!PostgresSettings.TryCreate(pairs, out var server, out fault)) return false;
        address = new DatabaseAddress(DatabaseKind.PostgreSql, server.ConnectionString, PlaceOf(server));
        return true;
    }

    private static string PlaceOf(NpgsqlConnectionStringBuilder settings)
    {
        var host = IPAddress.TryParse(settings.Host, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"[{settings.Host}]"
            : settings.Host;
        return string.Create(CultureInfo.InvariantCulture, $"{host}:{settings.Port}/{settings.Database ?? settings.Username}");
    }
}
