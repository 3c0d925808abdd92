namespace RumPortal.Clients.Loki;

public enum LogDirection
{
    /// <summary>Newest lines first.</summary>
    Backward,

    /// <summary>Oldest lines first.</summary>
    Forward,
}
