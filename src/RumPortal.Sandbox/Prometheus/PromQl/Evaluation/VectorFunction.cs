using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>A function of whole vectors, given as such.</summary>
internal sealed class VectorFunction(Func<long, List<Sample>> function) : IVectorSource
{
    public List<Sample> At(long time) => function(time);
}
