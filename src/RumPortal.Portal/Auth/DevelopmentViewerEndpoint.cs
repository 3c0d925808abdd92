using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using RumPortal.Domain.Apps;

namespace RumPortal.Portal.Auth;

/// <summary><c>POST /development/viewer</c>: the form with which a developer switches role and team. The reload that follows starts a new circuit.</summary>
public static class DevelopmentViewerEndpoint
{
    public const string Path = "/development/viewer";

    public static void MapDevelopmentViewer(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, Switch).ExcludeFromDescription();

    private static Results<RedirectHttpResult, BadRequest<string>> Switch(
        HttpContext context, TeamDirectory teams, [FromForm] string role, [FromForm] string? team, [FromForm] string? returnUrl)
    {
        if (!Enum.TryParse<ViewerRole>(role, out var chosen) || !Enum.IsDefined(chosen)) return TypedResults.BadRequest("Unknown role.");
        if (!string.IsNullOrEmpty(team) && teams.Find(team) is null) return TypedResults.BadRequest("Unknown team.");
        var viewer = new DevelopmentViewer(chosen, string.IsNullOrEmpty(team) ? null : team);
        context.Response.Cookies.Append(DevelopmentViewer.Cookie, viewer.ToCookie(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Path = "/" });
        return TypedResults.Redirect(LocalPath(returnUrl));
    }

    // Only a path of this portal: "//host" and "/\host" are addresses of other hosts to a browser.
    private static string LocalPath(string? path) =>
        path is { Length: > 0 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) && !path.Any(char.IsControl) ? path : "/";
}
