namespace RumPortal.Domain.Faro;

/// <summary>
/// Who sent a record and from where: the metadata that every line repeats. A value that the line lacks, or has empty, is null.
/// </summary>
public readonly struct FaroMeta(FaroRecord record)
{
    public string? SessionId => record.SharedText(FaroFields.SessionId);

    /// <summary>The session that this one continues after it expired.</summary>
    public string? PreviousSessionId => record.SharedText(FaroFields.PreviousSession);

    public string? UserId => record.SharedText(FaroFields.UserId);

    public string? UserName => record.SharedText(FaroFields.UserName);

    public string? UserEmail => record.SharedText(FaroFields.UserEmail);

    public string? AppName => record.SharedText(FaroFields.AppName);

    public string? AppNamespace => record.SharedText(FaroFields.AppNamespace);

    public string? AppRelease => record.SharedText(FaroFields.AppRelease);

    public string? AppVersion => record.SharedText(FaroFields.AppVersion);

    public string? AppEnvironment => record.SharedText(FaroFields.AppEnvironment);

    public string? BrowserName => record.SharedText(FaroFields.BrowserName);

    public string? BrowserVersion => record.SharedText(FaroFields.BrowserVersion);

    /// <summary>Name and version of the operating system; all of macOS says 10.15.7.</summary>
    public string? BrowserOs => record.SharedText(FaroFields.BrowserOs);

    public bool? IsMobile => record.TryGet("browser_mobile"u8, out var mobile) ? mobile.Is("true"u8) : null;

    public string? UserAgent => record.SharedText(FaroFields.BrowserUserAgent);

    public string? Language => record.SharedText(FaroFields.BrowserLanguage);

    public string? ViewportWidth => record.SharedText(FaroFields.BrowserViewportWidth);

    public string? ViewportHeight => record.SharedText(FaroFields.BrowserViewportHeight);

    /// <summary>The whole address of the page, with query and fragment.</summary>
    public string? PageUrl => record.SharedText(FaroFields.PageUrl);

    /// <summary>The route, where the app sets it.</summary>
    public string? PageId => record.SharedText(FaroFields.PageId);

    public string? ViewName => record.SharedText(FaroFields.ViewName);

    public string? SdkName => record.SharedText(FaroFields.SdkName);

    public string? SdkVersion => record.SharedText(FaroFields.SdkVersion);
}
