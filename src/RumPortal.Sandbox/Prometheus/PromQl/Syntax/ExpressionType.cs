namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>What an expression yields.</summary>
public enum ExpressionType
{
    Scalar,
    Vector,

    /// <summary>A range vector.</summary>
    Matrix,
    Text,
}
