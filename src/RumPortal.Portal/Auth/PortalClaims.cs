namespace RumPortal.Portal.Auth;

/// <summary>Claim types of a signed-in person.</summary>
public static class PortalClaims
{
    public const string Name = "name";

    /// <summary>One claim per group; teams are found by it.</summary>
    public const string Group = "groups";

    /// <summary>Set by the development sign-in only: the role the developer looks through.</summary>
    public const string DevelopmentRole = "rumportal:development-role";
}
