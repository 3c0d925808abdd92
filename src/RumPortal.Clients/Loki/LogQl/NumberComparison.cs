namespace RumPortal.Clients.Loki.LogQl;

public enum NumberComparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
