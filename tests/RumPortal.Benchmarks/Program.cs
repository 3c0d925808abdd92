using System.Runtime;
using System.Runtime.InteropServices;
using RumPortal.Benchmarks;
using RumPortal.Benchmarks.Traces;
using RumPortal.Benchmarks.Vitals;

// Ratios in one run on one machine: the two sides of a comparison take turns, and their results are compared before they are timed.
var benchmarks = new Dictionary<string, Func<Task>>
{
    ["parse"] = ParseBenchmark.RunAsync,
    ["timeline"] = TimelineBenchmark.RunAsync,
    ["traces"] = TraceBenchmark.RunAsync,
    ["vitals"] = VitalsBenchmark.RunAsync,
};
var chosen = args.Length == 0 ? [.. benchmarks.Keys] : args;
var unknown = chosen.Where(name => !benchmarks.ContainsKey(name)).ToArray();
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"There is no benchmark {string.Join(", ", unknown)}; choose from {string.Join(", ", benchmarks.Keys)}.");
    return 1;
}
Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, {(GCSettings.IsServerGC ? "server" : "workstation")} GC"
#if DEBUG
    + ", DEBUG BUILD: the figures mean nothing"
#endif
);
foreach (var name in chosen)
{
    Console.WriteLine();
    Console.WriteLine($"== {name}");
    await benchmarks[name]();
}
return 0;
