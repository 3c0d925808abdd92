namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>Which operators a type has in Tempo 3.0.</summary>
internal static class OperatorTypes
{
    public static bool IsArithmetic(string sign) => sign is "+" or "-" or "*" or "/" or "%" or "^";

    public static bool Allows(string sign, ValueKind type) => type switch
    {
        ValueKind.Unknown => true,
        ValueKind.Boolean => sign is "&&" or "||" or "=" or "!=",
        ValueKind.WholeNumber or ValueKind.Number or ValueKind.Duration => IsArithmetic(sign) || sign is "=" or "!=" or ">" or ">=" or "<" or "<=",
        ValueKind.Text => sign is "=" or "!=" or "=~" or "!~" or ">" or ">=" or "<" or "<=",
        ValueKind.Nil or ValueKind.Status or ValueKind.SpanKind => sign is "=" or "!=",
        _ => false,
    };
}
