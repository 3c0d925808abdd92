namespace RumPortal.Portal.Auth;

/// <summary>A viewer asked for an app that none of the viewer's teams owns. Whether the app exists is not told.</summary>
public sealed class AppNotVisibleException(string app) : Exception($"Your teams do not own an app named '{app}'.");
