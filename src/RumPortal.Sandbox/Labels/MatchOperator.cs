namespace RumPortal.Sandbox.Labels;

public enum MatchOperator
{
    Equal,
    NotEqual,
    Regex,
    NotRegex,
}
