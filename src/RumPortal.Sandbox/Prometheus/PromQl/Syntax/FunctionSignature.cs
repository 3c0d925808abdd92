namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>
/// The types of a function's arguments and of its result. The last <paramref name="Optional"/> arguments may be missing; when it is
/// <see cref="Unlimited"/> the last one may come any number of times, none included.
/// </summary>
public sealed record FunctionSignature(string Name, ExpressionType Returns, IReadOnlyList<ExpressionType> Arguments, int Optional = 0)
{
    public const int Unlimited = -1;

    public int Least => Arguments.Count - Math.Abs(Optional);

    public int Most => Optional == Unlimited ? int.MaxValue : Arguments.Count;

    public ExpressionType ArgumentType(int index) => Arguments[Math.Min(index, Arguments.Count - 1)];
}
