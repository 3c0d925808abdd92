namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>What is done with the series of a metrics query.</summary>
public abstract record SeriesStage
{
    private SeriesStage()
    {
    }

    /// <summary><c>topk(n)</c> and <c>bottomk(n)</c>.</summary>
    public sealed record Ranking(int Count, bool Largest) : SeriesStage;

    /// <summary>Keeps the samples for which the comparison holds.</summary>
    public sealed record Comparison(string Operator, double With) : SeriesStage;
}
