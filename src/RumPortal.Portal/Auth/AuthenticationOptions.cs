using RumPortal.Portal.Configuration;

namespace RumPortal.Portal.Auth;

/// <summary>How people sign in.</summary>
public enum AuthenticationMode
{
    /// <summary>Every loopback request is signed in, with a role and a team that the page can switch. For development and demo only.</summary>
    Development,
}

/// <summary>The section <c>Authentication</c>.</summary>
public sealed record AuthenticationOptions(AuthenticationMode Mode)
{
    public const string Section = "Authentication";

    public static AuthenticationOptions Read(IConfiguration configuration, SettingsFaults faults)
    {
        var section = configuration.GetSection(Section);
        faults.RefuseUnknownKeys(section, nameof(Mode));
        var legal = string.Join(", ", Enum.GetNames<AuthenticationMode>());
        if (section[nameof(Mode)] is not { Length: > 0 } text) faults.Add($"{Section}:{nameof(Mode)}", $"must be set. Legal: {legal}.");
        else if (!Enum.GetNames<AuthenticationMode>().Contains(text, StringComparer.OrdinalIgnoreCase)) faults.Add($"{Section}:{nameof(Mode)}", $"'{text}' is not known. Legal: {legal}.");
        return new AuthenticationOptions(AuthenticationMode.Development);
    }
}
