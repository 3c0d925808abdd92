namespace RumPortal.Sandbox.DemoShop.Api;

/// <summary>An answer that is not what was asked for: RFC 9457 problem details whose title is meant for the customer.</summary>
public static class Refusal
{
    public static IResult Of(int status, string title) => Results.Problem(title: title, statusCode: status);
}
