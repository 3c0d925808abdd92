namespace RumPortal.Domain.Faro;

/// <summary>Names of the events that the browser SDK (1.x to 2.12) sends by itself.</summary>
public static class FaroEventNames
{
    public const string SessionStart = "session_start";
    public const string SessionResume = "session_resume";

    /// <summary>A session that expired while the page lived: the line has the new id, and the old one as previous session.</summary>
    public const string SessionExtend = "session_extend";

    public const string ViewChanged = "view_changed";

    /// <summary>A change of route in the React package.</summary>
    public const string RouteChange = "route_change";

    /// <summary>A soft navigation, seen by the navigation instrumentation.</summary>
    public const string SoftNavigation = "faro.navigation";

    /// <summary>Timing of a document's load.</summary>
    public const string NavigationTiming = "faro.performance.navigation";

    public const string ResourceTiming = "faro.performance.resource";
    public const string UserAction = "faro.user.action";
    public const string SecurityPolicyViolation = "securitypolicyviolation";

    /// <summary>
    /// One finished client span; the rest of the name tells the instrumentation (<c>fetch</c>, <c>xml-http-request</c>...).
    /// </summary>
    public const string TracingPrefix = "faro.tracing.";

    public const string RecordingPrefix = "faro.session_recording.";

    /// <summary>One event of a session recording, up to hundreds of kilobytes.</summary>
    public const string RecordingEvent = "faro.session_recording.event";
}
