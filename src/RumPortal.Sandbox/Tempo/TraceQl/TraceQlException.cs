namespace RumPortal.Sandbox.Tempo.TraceQl;

/// <summary>A query that cannot be read or is not sensible. The message is what Tempo answers with status 400, after its <c>invalid TraceQL query: </c>.</summary>
/// <remarks><c>parse error at line 1, col 27: syntax error: unexpected }</c>, <c>binary operations must operate on the same type: duration = `x`</c></remarks>
public sealed class TraceQlException(string message) : Exception(message)
{
    public static TraceQlException At(int line, int column, string message) => new(FormattableString.Invariant($"parse error at line {line}, col {column}: {message}"));

    /// <summary>A feature that Tempo itself refuses.</summary>
    public static TraceQlException NotYetSupported(string feature) => new($"{feature} not yet supported");

    /// <summary>A feature of Tempo that the sandbox leaves out: named, so that nobody takes it for a typing error.</summary>
    public static TraceQlException LeftOut(string feature) => new($"{feature} is not supported by the sandbox's Tempo");
}
