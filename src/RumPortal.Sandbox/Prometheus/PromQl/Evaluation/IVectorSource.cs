using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>An instant vector as a function of time. The list belongs to the caller.</summary>
internal interface IVectorSource
{
    public List<Sample> At(long time);
}
