namespace RumPortal.Domain.Faro;

/// <summary>What a line is in the story of a session: finer than its kind where the kind says too little.</summary>
public enum FaroCategory
{
    /// <summary>An event that no other category names, or a measurement of the app's own.</summary>
    Event,

    /// <summary>The visitor saw another view without a new document.</summary>
    PageView,

    /// <summary>A document was loaded; the line has its timing.</summary>
    Navigation,

    /// <summary>A user action.</summary>
    Action,

    Log,

    /// <summary>An exception.</summary>
    Error,

    /// <summary>A web vital.</summary>
    Vital,

    /// <summary>A request that the browser made.</summary>
    Request,

    /// <summary>A part of a session recording.</summary>
    Recording,
}
