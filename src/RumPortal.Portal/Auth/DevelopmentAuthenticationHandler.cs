using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using RumPortal.Domain.Apps;

namespace RumPortal.Portal.Auth;

/// <summary>Signs every request in as the <see cref="DevelopmentViewer"/> of its cookie. <see cref="DevelopmentRequestGuard"/> keeps foreign requests out.</summary>
public sealed class DevelopmentAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TeamDirectory teams)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Development";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var viewer = DevelopmentViewer.FromCookie(Request.Cookies[DevelopmentViewer.Cookie]);
        var identity = new ClaimsIdentity(ClaimsOf(viewer), SchemeName, PortalClaims.Name, roleType: null);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }

    private IEnumerable<Claim> ClaimsOf(DevelopmentViewer viewer)
    {
        yield return new Claim(PortalClaims.Name, "Developer");
        yield return new Claim(PortalClaims.DevelopmentRole, viewer.Role.ToString());
        var groups = viewer.Team is { } name ? teams.All.Where(team => team.Name == name) : viewer.Role == ViewerRole.Admin ? teams.All : [];
        foreach (var team in groups) yield return new Claim(PortalClaims.Group, team.Group);
    }
}
