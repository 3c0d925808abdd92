using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RumPortal.Storage.Databases;

/// <summary>The URL form of a PostgreSQL address, as libpq defines it.</summary>
/// <remarks>
/// <code>postgresql://po%40rtal:secret@db:6432/rum?sslmode=verify-full</code>
/// Several hosts in one URL are libpq's alone.
/// </remarks>
internal static class PostgresUrl
{
    // The parameters that have a twin among the driver's keywords; others would be silently without effect.
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["options"] = "Options",
    };

    public static bool IsUrl(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes a URL apart into the driver's keywords.</summary>
    public static bool TrySplit(
        string text, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? pairs, [NotNullWhen(false)] out string? fault)
    {
        pairs = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0 || IsCutWrong(url))
        {
            fault = "is no URL of the form postgres://<user>:<password>@<server>:<port>/<name>; what is special in a URL must be "
                + "percent-encoded in user and password.";
            return false;
        }
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Host"] = url.IdnHost };
        if (url.Port > 0) found["Port"] = url.Port.ToString(CultureInfo.InvariantCulture);
        AddUser(url.UserInfo, found);
        if (Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')) is { Length: > 0 } database) found["Database"] = database;
        fault = AddParameters(url.Query, found);
        if (fault is not null) return false;
        pairs = found;
        return true;
    }

    // A password with a bare slash, question mark or hash ends the authority early; its rest must not be taken for a name or a parameter.
    private static bool IsCutWrong(Uri url) => url.Fragment.Length > 0 || url.PathAndQuery.Contains('@', StringComparison.Ordinal);

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
            if (!Parameters.TryGetValue(name, out var keyword))
                return $"has the parameter '{name}'. Known here: {string.Join(", ", Parameters.Keys.Order(StringComparer.Ordinal))}.";
            var value = equals < 0 ? "" : Uri.UnescapeDataString(parameter[(equals + 1)..]);
            // libpq writes verify-full where the driver writes VerifyFull.
            pairs[keyword] = name == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        return null;
    }
}
