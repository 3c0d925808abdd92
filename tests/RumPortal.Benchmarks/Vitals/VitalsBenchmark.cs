namespace RumPortal.Benchmarks.Vitals;

/// <summary>Vitals from recorded series: how fast counts are merged, what an overview costs, and what fifty viewers cost.</summary>
internal static class VitalsBenchmark
{
    public static async Task RunAsync()
    {
        Console.WriteLine("-- merging");
        await MergeBenchmark.RunAsync();
        Console.WriteLine();
        await foreach (var stack in VitalsStack.StartAsync())
        {
            Console.WriteLine("-- overview of 30 days");
            await OverviewBenchmark.RunAsync(stack);
            Console.WriteLine("-- viewers of one page");
            await ViewersBenchmark.RunAsync(stack);
            Console.WriteLine();
        }
    }
}
