namespace RumPortal.Clients.Http;

/// <summary>Why a backend gave no usable answer, as far as a caller would act differently.</summary>
public enum BackendFault
{
    /// <summary>No connection, or it ended before an answer; also while calls are held back after repeated failures.</summary>
    Unreachable,

    /// <summary>No whole answer in time.</summary>
    Timeout,

    /// <summary>The backend asks for fewer calls.</summary>
    RateLimited,

    /// <summary>The answer would have more series than the backend allows.</summary>
    TooManySeries,

    /// <summary>Another limit of the backend: range, lines, bytes, points, length of the query.</summary>
    LimitExceeded,

    /// <summary>The backend cannot read the query. A bug of the portal, unless an operator's policy forbids the query.</summary>
    BadQuery,

    /// <summary>Credentials or tenant are missing or wrong.</summary>
    Unauthorized,

    /// <summary>The backend does not have this: a feature that is off, an older version, an unknown id.</summary>
    NotFound,

    /// <summary>An answer that is not what the API promises: a sign-in page, cut or garbled JSON, another kind of result.</summary>
    Malformed,

    /// <summary>The backend failed by itself.</summary>
    ServerError,

    /// <summary>The answer is bigger than the portal takes.</summary>
    TooLarge,
}
