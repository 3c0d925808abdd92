using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace RumPortal.Sandbox.DemoShop.Api;

/// <summary>A signed-in customer. The id is made from the mail address, so that the same person comes back as the same user.</summary>
public sealed record Customer(string Id, string Name, string Email, string Plan)
{
    private const int MaxName = 80;
    private const int MaxEmail = 120;

    /// <summary>False when a name or a plausible mail address is missing or too long.</summary>
    public static bool TryCreate(SignInRequest request, [NotNullWhen(true)] out Customer? customer)
    {
        var name = request.Name?.Trim() ?? "";
        var email = request.Email?.Trim() ?? "";
        var valid = name.Length is > 0 and <= MaxName && email.Length is > 2 and <= MaxEmail && email.IndexOf('@', StringComparison.Ordinal) > 0;
        customer = valid ? Of(name, email) : null;
        return valid;
    }

    private static Customer Of(string name, string email)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(email.ToUpperInvariant()));
        return new Customer($"u-{Convert.ToHexStringLower(digest.AsSpan(0, 4))}", name, email, digest[0] % 2 == 0 ? "pro" : "basic");
    }
}
