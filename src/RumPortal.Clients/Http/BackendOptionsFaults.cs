using System.Buffers;
using System.Text;

namespace RumPortal.Clients.Http;

/// <summary>All that is wrong with the settings of a backend, each as a sentence with the key and the legal values.</summary>
internal static class BackendOptionsFaults
{
    private const int LongestTenant = 150;

    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    // The documented alphabet of tenant ids. A colon is not in it: most components read only what stands before one.
    private static readonly SearchValues<char> TenantCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!-_.*'()");

    public static IEnumerable<string> Of(BackendOptions options, string section)
    {
        if (!IsAddress(options.Url))
            yield return $"{section}:Url is '{options.Url}'; it must be an absolute http or https address without user, query and "
                + "fragment, for example http://loki:3100.";
        if (!IsTenants(options.Tenant))
            yield return $"{section}:Tenant is '{options.Tenant}'; it must be empty or ids of up to {LongestTenant} letters, digits and "
                + "!-_.*'(), joined by |, none of them . or ..";
        if (options.BearerToken.Length > 0 && options.Username.Length > 0)
            yield return $"{section}:BearerToken and {section}:Username are both set; a call carries one of them.";
        if (options.Password.Length > 0 && options.Username.Length == 0)
            yield return $"{section}:Password is set without {section}:Username.";
        if (!IsHeaderText(options.BearerToken))
            yield return $"{section}:BearerToken holds characters that a header cannot carry.";
        if (options.Username.Contains(':', StringComparison.Ordinal))
            yield return $"{section}:Username holds a colon, which basic authentication cannot carry.";
        if (options.Timeout < ShortestTimeout || options.Timeout > LongestTimeout)
            yield return $"{section}:Timeout is {options.Timeout}; it must be from {ShortestTimeout} to {LongestTimeout}.";
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address is { UserInfo: "", Query: "", Fragment: "" };

    private static bool IsTenants(string text) => text.Length == 0 || text.Split('|').All(IsTenant);

    private static bool IsTenant(string text) =>
        text.Length is > 0 and <= LongestTenant && text is not ("." or "..") && !text.AsSpan().ContainsAnyExcept(TenantCharacters);

    private static bool IsHeaderText(string text) => Ascii.IsValid(text) && !text.Any(char.IsControl);
}
