using System.Diagnostics;
using System.Globalization;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Features.Vitals;
using RumPortal.Testing;

namespace RumPortal.Benchmarks.Vitals;

/// <summary>
/// Thirty days of one app at a glance: the portal's five vitals over time and by version, browser and system, from recorded series, against the
/// public Faro dashboard over the lines themselves. Timed on real servers only; a stand-in's times say nothing.
/// </summary>
internal static class OverviewBenchmark
{
    private const int Rounds = 5;

    public static async Task RunAsync(VitalsStack stack)
    {
        await using var portal = new CountedPortal(stack);
        await portal.Get<RecordingsLookup>().ReadAsync(ScopeOf(stack), Question(stack).Range, CancellationToken.None);
        Console.WriteLine($"{"portal: what is recorded (kept for a minute)",-48} {portal.Traffic}");
        portal.CountAnew();
        var groups = await ReadAsync(portal, stack);
        Console.WriteLine($"{"portal: 5 vitals over time, and by 3 dimensions",-48} {portal.Traffic}");
        await CheckAsync(portal, stack, groups);
        foreach (var (name, read) in Dashboards(stack))
        {
            var traffic = new Traffic();
            await read(traffic);
            Console.WriteLine($"{name,-48} {traffic}");
        }
        if (stack.IsReal) await TimeAsync(stack);
        else Console.WriteLine("Not timed: RUMPORTAL_TEST_LOKI and RUMPORTAL_TEST_PROMETHEUS do not name real servers.");
    }

    private static IEnumerable<(string Name, Func<Traffic, Task> Read)> Dashboards(VitalsStack stack) =>
    [
        ("public dashboard: its panels of vitals", traffic => DashboardAsync(stack, traffic, board => board.ReadVitalsAsync(stack.To, VitalsStack.Range))),
        ("public dashboard: all panels", traffic => DashboardAsync(stack, traffic, board => board.ReadAllAsync(stack.To, VitalsStack.Range))),
    ];

    private static async Task DashboardAsync(VitalsStack stack, Traffic traffic, Func<FaroDashboard, Task> read)
    {
        using var counter = new TrafficCounter(() => traffic) { InnerHandler = new SocketsHttpHandler() };
        using var http = new HttpClient(counter) { BaseAddress = stack.Loki, Timeout = Timeout.InfiniteTimeSpan };
        if (stack.LokiTenant.Length > 0) http.DefaultRequestHeaders.Add("X-Scope-OrgID", stack.LokiTenant);
        await read(new FaroDashboard(http, stack.App));
    }

    private static FaroScope ScopeOf(VitalsStack stack) => new(StreamLabelNames.Default, [stack.App]);

    private static StepGrid Grid(VitalsStack stack) => VitalsGrid.Of(new TimeRange(stack.To - VitalsStack.Range, stack.To));

    private static VitalsQuestion Question(VitalsStack stack) => new(VitalsGrid.RangeOf(Grid(stack)), stack.App, null, []);

    private static async Task<VitalGroups> ReadAsync(CountedPortal portal, VitalsStack stack)
    {
        var (grid, question) = (Grid(stack), Question(stack));
        var vitals = portal.Get<VitalsReader>();
        var history = vitals.HistoryAsync(Viewers.Admin, question, grid, mayReadMuch: false, CancellationToken.None);
        var groups = vitals.GroupsAsync(Viewers.Admin, question, ["app_version", "browser_name", "browser_os"], VitalNames.All, mayReadMuch: false, CancellationToken.None);
        await Task.WhenAll(history, groups);
        var (overTime, slices) = ((await history).Value, (await groups).Value);
        if (overTime.Source != VitalsSource.Prometheus || slices.Source != VitalsSource.Prometheus)
            throw new InvalidOperationException($"Not all is from recorded series: {string.Join(' ', overTime.Notes.Concat(slices.Notes))}");
        return slices.Value;
    }

    // The windows of recorded samples lie up to some minutes earlier, so at both ends of the thirty days a few reports are in one of the two only.
    private static async Task CheckAsync(CountedPortal portal, VitalsStack stack, VitalGroups recorded)
    {
        var range = Question(stack).Range;
        var query = VitalQueries.Density(new VitalSelection(ScopeOf(stack)), BucketScheme.Current, range.Duration);
        var answer = await portal.Get<LokiClient>().QueryAsync(query, range.To, CancellationToken.None);
        var lines = VitalGroups.By(DensityRow.Read(answer.Series));
        foreach (var vital in VitalNames.All)
        {
            var (sum, all) = (recorded.Of(vital).Sum(slice => slice.Density.Count), lines.Of(vital).Sum(slice => slice.Density.Count));
            if (all == 0 || Math.Abs(sum - all) > all / 100) throw new InvalidOperationException($"{vital}: {sum} reports are recorded, the lines have {all}.");
        }
    }

    // A cache would answer all rounds but the first, so each has a portal of its own.
    private static async Task TimeAsync(VitalsStack stack)
    {
        var contest = new List<(string Name, Func<Task> Read)> { ("portal", async () => { await using var portal = new CountedPortal(stack); await ReadAsync(portal, stack); }) };
        contest.AddRange(Dashboards(stack).Select(board => (board.Name, new Func<Task>(() => board.Read(new Traffic())))));
        var times = contest.ToDictionary(side => side.Name, _ => new List<TimeSpan>());
        for (var round = 0; round < Rounds; round++)
            foreach (var (name, read) in contest)
            {
                var started = Stopwatch.GetTimestamp();
                await read();
                times[name].Add(Stopwatch.GetElapsedTime(started));
            }
        var own = Median(times["portal"]);
        foreach (var (name, measured) in times)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-48} {Median(measured).TotalMilliseconds,9:0.0} ms, {Median(measured) / own:0.0} times the portal's"));
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
