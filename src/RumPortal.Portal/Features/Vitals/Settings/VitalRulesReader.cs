using System.Collections.Immutable;
using RumPortal.Automation.Recording;
using RumPortal.Automation.Render;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals.Recording;
using RumPortal.Storage;
using RumPortal.Storage.Vitals;

namespace RumPortal.Portal.Features.Vitals.Settings;

/// <summary>
/// Makes the rule files of an app out of its dimension sets. Whether a set fits is estimated from the lines of the last 24 hours, which
/// reads them once for each set, so a large read is asked for first.
/// </summary>
public sealed class VitalRulesReader(DimensionSetStore sets, CombinationReader combinations, DensityReads reads, LokiClient loki, TimeProvider time)
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(1);

    /// <param name="lines">How the installation's lines are spelt.</param>
    /// <param name="portal">The portal's address, for links in alerts.</param>
    /// <param name="mayReadMuch">The viewer agreed to a large read.</param>
    /// <exception cref="Auth.AppNotVisibleException">The viewer may not see the app.</exception>
    /// <exception cref="BackendException">Loki gave no usable answer.</exception>
    /// <exception cref="StorageException">The portal's own state cannot be read.</exception>
    public async Task<Answer<VitalRules>> ReadAsync(
        ViewerScope viewer, string app, LineParser lines, Uri portal, bool mayReadMuch, CancellationToken cancellation)
    {
        var scope = FaroScopes.OfApp(viewer, loki.Labels, app);
        var stored = await sets.ListAsync(app, cancellation);
        if (stored.Count == 0) return new Answer<VitalRules>(VitalRules.None, []);
        if (!mayReadMuch && await reads.RawBytesAsync(scope, LastDay(), cancellation) * stored.Count is > VitalsReader.MostUnasked and var bytes)
            return new Answer<VitalRules>(VitalRules.None with { Unread = bytes }, []);
        var limit = await LimitAsync(cancellation);
        var budgeted = ImmutableArray.CreateBuilder<BudgetedSet>();
        // One after the other: each reads a whole day.
        foreach (var set in stored.Select(one => one.Set))
            budgeted.Add(new BudgetedSet(set, await DecideAsync(app, lines, set, limit, cancellation)));
        var request = new VitalRuleRequest(app, budgeted.ToImmutable()) { Labels = loki.Labels, Parser = lines, Portal = portal };
        return new Answer<VitalRules>(new VitalRules(request.Sets, VitalRuleRenderer.Render(request)), []);
    }

    private async Task<BudgetDecision> DecideAsync(string app, LineParser lines, DimensionSet set, int limit, CancellationToken cancellation)
    {
        try
        {
            return await combinations.DecideAsync(app, lines, set, limit, cancellation);
        }
        catch (BackendException exception) when (exception.Fault == BackendFault.TooManySeries)
        {
            // One set beyond all bounds does not take the files of the others away.
            var drop = set.Dimensions[^1];
            return new BudgetDecision(BudgetOutcome.Refused, limit, limit, drop, $"More series than Loki can count, which allows a query {limit}. Drop {drop}.");
        }
    }

    private TimeRange LastDay()
    {
        var now = time.GetUtcNow();
        return new TimeRange(now - Past, now);
    }

    private async Task<int> LimitAsync(CancellationToken cancellation)
    {
        try
        {
            return (await loki.LimitsAsync(cancellation)).MaxQuerySeries is { } limit and > 0 ? limit : SeriesBudget.DefaultLimit;
        }
        catch (BackendException exception) when (exception.Fault == BackendFault.NotFound)
        {
            // Loki reports its limits since 3.6.
            return SeriesBudget.DefaultLimit;
        }
    }
}
