namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>A query that cannot be read or compiled. The message is the whole text that Loki answers with status 400.</summary>
/// <remarks><c>parse error at line 1, col 13: syntax error: unexpected (, expecting , or )</c> or, without a position, <c>parse error : ...</c></remarks>
public sealed class LogQlException : Exception
{
    public LogQlException(string message, int line = 0, int column = 0)
        : base(line == 0 && column == 0 ? $"parse error : {message}" : FormattableString.Invariant($"parse error at line {line}, col {column}: {message}"))
    {
    }

    /// <summary>A feature of Loki that the sandbox leaves out: named, so that nobody takes it for a typing error.</summary>
    public static LogQlException Unsupported(string feature) => new($"{feature} is not supported by the sandbox's Loki");
}
