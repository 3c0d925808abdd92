namespace RumPortal.Clients.Tempo.TraceQl;

public enum FieldComparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
