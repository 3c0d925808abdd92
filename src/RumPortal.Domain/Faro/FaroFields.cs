namespace RumPortal.Domain.Faro;

/// <summary>Keys of lines in label form, as the receivers write them.</summary>
public static class FaroFields
{
    public const string Timestamp = "timestamp";
    public const string Kind = "kind";

    public const string Message = "message";
    public const string Level = "level";

    public const string EventName = "event_name";
    public const string EventDomain = "event_domain";

    /// <summary>Before each attribute of an event.</summary>
    public const string EventDataPrefix = "event_data_";

    /// <summary>The class of an exception, or the kind of a measurement (<c>web-vitals</c>).</summary>
    public const string Type = "type";

    /// <summary>The message of an exception.</summary>
    public const string Value = "value";
    public const string StackTrace = "stacktrace";

    /// <summary>XXH3-64 of an exception's message, unsigned decimal; <c>otelcol.receiver.faro</c> keeps it beside the line.</summary>
    public const string Hash = "hash";

    /// <summary>Before each context attribute of logs, exceptions and measurements.</summary>
    public const string ContextPrefix = "context_";

    /// <summary>Before the exact number of each value of a measurement; the key without it holds six decimals.</summary>
    public const string ValuePrefix = "value_";
    public const string ContextRating = "context_rating";

    public const string TraceId = "traceID";
    public const string SpanId = "spanID";

    public const string SdkName = "sdk_name";
    public const string SdkVersion = "sdk_version";
    public const string AppName = "app_name";
    public const string AppNamespace = "app_namespace";
    public const string AppRelease = "app_release";
    public const string AppVersion = "app_version";
    public const string AppEnvironment = "app_environment";
    public const string UserId = "user_id";
    public const string UserName = "user_username";
    public const string UserEmail = "user_email";
    public const string UserAttributePrefix = "user_attr_";
    public const string SessionId = "session_id";
    public const string SessionAttributePrefix = "session_attr_";
    public const string PreviousSession = "session_attr_previousSession";
    public const string PageId = "page_id";
    public const string PageUrl = "page_url";
    public const string BrowserName = "browser_name";
    public const string BrowserVersion = "browser_version";
    public const string BrowserOs = "browser_os";
    public const string BrowserMobile = "browser_mobile";
    public const string BrowserUserAgent = "browser_userAgent";
    public const string BrowserLanguage = "browser_language";
    public const string BrowserViewportWidth = "browser_viewportWidth";
    public const string BrowserViewportHeight = "browser_viewportHeight";
    public const string ViewName = "view_name";

    /// <summary>The user action that an item belongs to; only <c>otelcol.receiver.faro</c> keeps these.</summary>
    public const string ActionName = "action_name";
    public const string ActionParentId = "action_parent_id";
}
