namespace RumPortal.Domain.Sessions;

/// <summary>What a row of the timeline tells; its lane.</summary>
public enum SessionEventType
{
    /// <summary>A document was loaded, or the app changed its view or route.</summary>
    PageView,

    /// <summary>How long the load of a document took, with its parts.</summary>
    Navigation,

    /// <summary>Any other named event, the life of the session and its recording among them.</summary>
    Event,

    /// <summary>Something that the visitor did, with a name.</summary>
    Action,

    /// <summary>A console message.</summary>
    Log,

    /// <summary>An exception.</summary>
    Error,

    /// <summary>A web vital or another measurement.</summary>
    Vital,

    /// <summary>A request of the page to a server.</summary>
    Request,
}
