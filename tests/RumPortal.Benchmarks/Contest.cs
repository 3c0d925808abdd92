using System.Diagnostics;
using System.Globalization;

namespace RumPortal.Benchmarks;

/// <summary>
/// Several ways to do one thing, timed in turns (A B A B ...), so that what else the machine does falls on all of them. The figure is the
/// median of the rounds.
/// </summary>
internal sealed class Contest(int rounds)
{
    private readonly List<Side> _sides = [];

    /// <summary>Adds a way. The first one is what the others are measured by.</summary>
    public Contest Add(string name, Func<Task> run)
    {
        _sides.Add(new Side(name, run));
        return this;
    }

    /// <summary>Runs all rounds and prints a line for each way: median time, allocated bytes, and the ratio to the first.</summary>
    /// <param name="bytes">What one run works on, for the throughput.</param>
    /// <param name="lines">How many lines that are, for the allocation of each.</param>
    public Task<IReadOnlyDictionary<string, TimeSpan>> RunAsync(long bytes, int lines) => RunAsync(bytes / 1e6, "MB/s", lines, "line");

    /// <inheritdoc cref="RunAsync(long, int)"/>
    /// <param name="work">What one run works on, for the throughput.</param>
    /// <param name="speed">The unit of the throughput.</param>
    /// <param name="items">How many pieces the work has, for the allocation of each.</param>
    /// <param name="item">What a piece is called.</param>
    public async Task<IReadOnlyDictionary<string, TimeSpan>> RunAsync(double work, string speed, int items, string item)
    {
        foreach (var side in _sides) await side.Run();
        for (var round = 0; round < rounds; round++)
            foreach (var side in _sides) await MeasureAsync(side);
        var baseline = Median(_sides[0].Times);
        Console.WriteLine($"{"",-56} {"median",12} {speed,8} {"B/" + item,8} {"ratio",8}");
        foreach (var side in _sides)
        {
            var median = Median(side.Times);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{side.Name,-56} {median.TotalMilliseconds,9:0.0} ms {work / median.TotalSeconds,8:0.0} {side.Allocated.Order().ElementAt(rounds / 2) / items,8} {median / baseline,8:0.000}"));
        }
        return _sides.ToDictionary(side => side.Name, side => Median(side.Times));
    }

    private static async Task MeasureAsync(Side side)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        await side.Run();
        side.Times.Add(Stopwatch.GetElapsedTime(started));
        side.Allocated.Add(GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private sealed record Side(string Name, Func<Task> Run)
    {
        public List<TimeSpan> Times { get; } = [];

        public List<long> Allocated { get; } = [];
    }
}
