using System.Globalization;
using Npgsql;

namespace RumPortal.Storage.Databases;

/// <summary>PostgreSQL's two spellings of an address, as the driver wants it.</summary>
internal static class PostgresSettings
{
    // The parameters of libpq's URLs that have a twin here; others would be silently without effect.
    private static readonly Dictionary<string, string> UrlParameters = new(StringComparer.Ordinal)
    {
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["options"] = "Options",
    };

    public static bool IsUrl(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null, with the fault, when a keyword or its value is not known.</summary>
    public static NpgsqlConnectionStringBuilder? Of(IReadOnlyDictionary<string, string> pairs, out string? fault)
    {
        fault = null;
        // A page must not hang on a dead server: the driver's own limits are 15 and 30 seconds.
        var settings = new NpgsqlConnectionStringBuilder { Timeout = 5, CommandTimeout = 10, ApplicationName = "RumPortal" };
        foreach (var (key, value) in pairs)
        {
            try
            {
                settings[key] = value;
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidCastException or NotSupportedException)
            {
                fault = settings.ContainsKey(key)
                    ? $"has a value that PostgreSQL's '{key}' cannot take."
                    : $"holds '{key}', which is no keyword of a PostgreSQL connection string.";
                return null;
            }
        }
        fault = string.IsNullOrWhiteSpace(settings.Host) ? "names no server: 'Host' is empty." : FaultOfWhole(settings);
        return fault is null ? settings : null;
    }

    /// <summary>Null, with the fault, for a URL that is cut or has parameters without a meaning here.</summary>
    public static NpgsqlConnectionStringBuilder? OfUrl(string text, out string? fault)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            fault = "is no URL of the form postgres://<user>:<password>@<server>:<port>/<name>; what is special in a URL must be percent-encoded in user and password.";
            return null;
        }
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Host"] = url.IdnHost };
        if (url.Port > 0) pairs["Port"] = url.Port.ToString(CultureInfo.InvariantCulture);
        AddUser(url.UserInfo, pairs);
        if (Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')) is { Length: > 0 } database) pairs["Database"] = database;
        fault = AddParameters(url.Query, pairs);
        return fault is null ? Of(pairs, out fault) : null;
    }

    /// <summary>What the driver says about settings that are legal one by one; it connects only when it is used.</summary>
    private static string? FaultOfWhole(NpgsqlConnectionStringBuilder settings)
    {
        try
        {
            using var source = NpgsqlDataSource.Create(settings);
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return $"holds settings that do not go together: {exception.Message}";
        }
    }

    private static void AddUser(string userInfo, Dictionary<string, string> pairs)
    {
        if (userInfo.Length == 0) return;
        var colon = userInfo.IndexOf(':', StringComparison.Ordinal);
        pairs["Username"] = Uri.UnescapeDataString(colon < 0 ? userInfo : userInfo[..colon]);
        if (colon >= 0) pairs["Password"] = Uri.UnescapeDataString(userInfo[(colon + 1)..]);
    }

    private static string? AddParameters(string query, Dictionary<string, string> pairs)
    {
        foreach (var parameter in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? parameter : parameter[..equals];
            if (!UrlParameters.TryGetValue(name, out var keyword))
                return $"has the parameter '{name}'. Known here: {string.Join(", ", UrlParameters.Keys.Order(StringComparer.Ordinal))}.";
            var value = equals < 0 ? "" : Uri.UnescapeDataString(parameter[(equals + 1)..]);
            // libpq writes verify-full where the driver writes VerifyFull.
            pairs[keyword] = name == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        return null;
    }
}
