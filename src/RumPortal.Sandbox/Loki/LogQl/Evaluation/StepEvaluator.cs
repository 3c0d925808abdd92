using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>The value of an expression at one time after another.</summary>
internal abstract class StepEvaluator
{
    /// <summary>Times must not go back between calls.</summary>
    public abstract List<Sample> At(long time);
}
