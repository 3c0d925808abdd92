namespace RumPortal.Domain.Traces;

/// <summary>The attributes that tell who a person is: the SDK's <c>user.*</c> and OpenTelemetry's <c>enduser.*</c>. <c>user_agent.*</c> is none of them.</summary>
public static class PersonalAttributes
{
    private static readonly string[] Prefixes = ["user.", "enduser."];

    public static bool Include(string key) => Prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
