namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

public enum MatchOperator
{
    Equal,
    NotEqual,
    Regex,
    NotRegex,
}
