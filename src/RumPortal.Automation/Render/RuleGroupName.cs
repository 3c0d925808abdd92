using System.Security.Cryptography;
using System.Text;

namespace RumPortal.Automation.Render;

/// <summary>
/// Names of rule groups. They become part of paths in requests and file stores, so nothing but lower-case letters, digits and hyphens goes
/// into them; apps whose names have anything else are told apart by a hash.
/// </summary>
public static class RuleGroupName
{
    private const string Prefix = "rum-vitals-";
    private const int LongestApp = 60, HashDigits = 8;

    /// <summary><c>rum-vitals-shop-web</c>; for the app <c>Shop Web</c> <c>rum-vitals-shop-web-97d1ad04</c>.</summary>
    public static string Of(string app)
    {
        var slug = Slug(app);
        if (slug == app && app.Length > 0) return Prefix + app;
        // No name without a hash looks like one with it, except by intent; and then it is another app's.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(app)))[..HashDigits];
        return slug.Length == 0 ? Prefix + hash : $"{Prefix}{slug}-{hash}";
    }

    private static string Slug(string app)
    {
        var slug = new StringBuilder();
        foreach (var character in app.Take(LongestApp))
        {
            if (char.IsAsciiLetterOrDigit(character)) slug.Append(char.ToLowerInvariant(character));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
