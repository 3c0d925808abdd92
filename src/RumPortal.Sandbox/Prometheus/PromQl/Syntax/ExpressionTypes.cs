namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

internal static class ExpressionTypes
{
    /// <summary>The type in Prometheus' error texts.</summary>
    public static string Document(this ExpressionType type) => type switch
    {
        ExpressionType.Scalar => "scalar",
        ExpressionType.Vector => "instant vector",
        ExpressionType.Matrix => "range vector",
        _ => "string",
    };
}
