using System.Globalization;

namespace RumPortal.Sandbox.FaroReceiver.Metrics;

/// <summary>A Prometheus histogram with fixed upper bounds.</summary>
internal sealed class Histogram(double[] bounds)
{
    private readonly Lock _gate = new();
    private readonly long[] _counts = new long[bounds.Length + 1];
    private double _sum;

    public void Observe(double value)
    {
        var bucket = Array.FindIndex(bounds, bound => value <= bound);
        lock (_gate)
        {
            _counts[bucket < 0 ? bounds.Length : bucket]++;
            _sum += value;
        }
    }

    public void WriteTo(PrometheusText text, string name, params (string Name, string Value)[] labels)
    {
        lock (_gate)
        {
            long total = 0;
            for (var i = 0; i <= bounds.Length; i++)
            {
                total += _counts[i];
                var le = i == bounds.Length ? "+Inf" : bounds[i].ToString("R", CultureInfo.InvariantCulture);
                text.Sample(name + "_bucket", total, [.. labels, ("le", le)]);
            }

            text.Sample(name + "_sum", _sum, labels);
            text.Sample(name + "_count", total, labels);
        }
    }
}
