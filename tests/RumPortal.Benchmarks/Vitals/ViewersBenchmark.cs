using System.Globalization;

namespace RumPortal.Benchmarks.Vitals;

/// <summary>What one viewer of a page costs the backends, and what fifty do who open it within five seconds.</summary>
internal static class ViewersBenchmark
{
    private const int ViewerCount = 50;

    public static async Task RunAsync(VitalsStack stack)
    {
        var one = await CostAsync(stack, 1);
        var many = await CostAsync(stack, ViewerCount);
        Console.WriteLine($"{1,3} viewer  {one}");
        Console.WriteLine($"{ViewerCount,3} viewers {many}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Queries {Ratio(many.Queries, one.Queries):0.00}, bytes read {Ratio(many.LokiBytes, one.LokiBytes):0.00}, samples read {Ratio(many.Samples, one.Samples):0.00}, bytes of answers {Ratio(many.AnswerBytes, one.AnswerBytes):0.00}. Budget: <= 1.1."));
    }

    private static async Task<Traffic> CostAsync(VitalsStack stack, int viewers)
    {
        await using var portal = new CountedPortal(stack);
        var visit = new VitalsVisit(portal, stack.App);
        // Each looks at the last day before a moment of his own.
        var end = stack.To.AddMinutes(-8);
        await Task.WhenAll(Enumerable.Range(0, viewers).Select(i => visit.OpenAsync(end.AddMilliseconds(100 * i))));
        return portal.Traffic;
    }

    private static double Ratio(long many, long one) => one == 0 ? 1 : (double)many / one;
}
