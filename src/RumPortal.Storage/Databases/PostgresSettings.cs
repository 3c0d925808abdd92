using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace RumPortal.Storage.Databases;

/// <summary>The address of a PostgreSQL server, as the driver wants it.</summary>
internal static class PostgresSettings
{
    // In seconds. A page must not hang on a dead server: the driver's own limits are 15 and 30.
    private const int ConnectPatience = 5, CommandPatience = 10;

    public static bool TryCreate(
        IReadOnlyDictionary<string, string> pairs,
        [NotNullWhen(true)] out NpgsqlConnectionStringBuilder? settings,
        [NotNullWhen(false)] out string? fault)
    {
        var filled = new NpgsqlConnectionStringBuilder
        {
            Timeout = ConnectPatience,
            CommandTimeout = CommandPatience,
            ApplicationName = "RumPortal",
        };
        fault = ConnectionKeywords.Fill(filled, pairs, "PostgreSQL") ?? FaultOf(filled);
        settings = fault is null ? filled : null;
        return settings is not null && fault is null;
    }

    private static string? FaultOf(NpgsqlConnectionStringBuilder settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Host)) return "names no server: 'Host' is empty.";
        try
        {
            // Checks what is legal one by one and not together; it connects only when it is used.
            using var source = NpgsqlDataSource.Create(settings);
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return $"holds settings that do not go together: {exception.Message}";
        }
    }
}
