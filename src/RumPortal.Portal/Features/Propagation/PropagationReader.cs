using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Caching.Hybrid;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Tempo;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Propagation;
using RumPortal.Domain.Vitals.Routes;
using RumPortal.Storage;
using RumPortal.Storage.Vitals;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>
/// Asks for what a diagnosis needs: for each app its requests, those with a span of a server below, those with one anywhere in their trace; once the root
/// spans of servers; some whole traces that tell causes apart; and the loads of documents. Viewers who ask the same within half a minute share the answer.
/// </summary>
public sealed class PropagationReader(
    TempoClient tempo, LokiClient loki, DocumentLoadReader documents, RouteTemplateStore routes, PropagationSettings settings, HybridCache cache, TimeProvider time)
{
    /// <summary>Whole traces that one diagnosis reads.</summary>
    public const int MostProofs = 20;

    /// <summary>Apps that are looked at together.</summary>
    public const int MostApps = 20;

    private const int AtOnce = 4;

    /// <summary>What is newer may lack spans that are still on their way.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    private static readonly HybridCacheEntryOptions Shared = new() { Expiration = TimeSpan.FromSeconds(30) };

    /// <exception cref="Auth.AppNotVisibleException">The viewer may not see the app.</exception>
    /// <exception cref="BackendException">There is no usable answer.</exception>
    /// <exception cref="StorageException">The route templates cannot be read.</exception>
    public async Task<Answer<PropagationRead>> ReadAsync(ViewerScope viewer, PropagationQuestion question, CancellationToken cancellation)
    {
        if (FaroScopes.Of(viewer, loki.Labels, question.App, question.Environment) is not { } scope) return PropagationRead.Nothing(question.Range);
        var key = CacheKey.Of($"propagation of {scope.Select()} {string.Join(',', question.Versions)} @ {question.Range.From:O} {question.Range.To:O}");
        var shared = await cache.GetOrCreateAsync(key, async token => new SharedPropagation(await ReadAsync(viewer, scope, question, token)), Shared, cancellationToken: cancellation);
        return shared.Answer;
    }

    private async Task<Answer<PropagationRead>> ReadAsync(ViewerScope viewer, FaroScope scope, PropagationQuestion question, CancellationToken cancellation)
    {
        var apps = question.App is { } app ? [app] : await AppsAsync(viewer, scope, question.Range, cancellation);
        if (apps.IsEmpty) return PropagationRead.Nothing(question.Range);
        var (served, routeNote) = await ServedRoutesAsync(question.Range, cancellation);
        var templates = new Dictionary<string, RouteTemplates>(StringComparer.Ordinal);
        foreach (var one in apps.Take(MostApps)) templates[one] = ServedRoutes.With((await routes.ReadAsync(one, cancellation)).Templates, served);
        var loads = documents.ReadAsync(viewer, question, RoutesOf, cancellation);
        var read = await PropagationIntake.ReadAsync(tempo, [.. templates.Keys], question.Range, cancellation);
        var (found, sent, documentNote) = await loads;
        var settled = time.GetUtcNow() - Settling;
        var (facts, uncounted) = read.FactsOf(question, RoutesOf, settled);
        var diagnosis = new PropagationDiagnosis(facts with { Documents = found, Rules = templates.Keys.ToDictionary(name => name, settings.RulesOf, StringComparer.Ordinal) });
        var (proofs, asked, lacking) = await ProofsAsync(diagnosis.ProofTraces(MostProofs), question.Range, cancellation);
        string?[] notes = [documentNote, routeNote, lacking, .. uncounted];
        return new Answer<PropagationRead>(
            new PropagationRead(diagnosis.Conclude(proofs, question.Range), [.. notes.OfType<string>()]),
            [.. read.Queries, .. asked, .. sent],
            CutShort(read, apps.Length, question.Range));

        RouteTemplates RoutesOf(string name) => templates.GetValueOrDefault(name, RouteTemplates.Automatic);
    }

    private async Task<ImmutableArray<string>> AppsAsync(ViewerScope viewer, FaroScope scope, TimeRange range, CancellationToken cancellation)
    {
        var series = await loki.SeriesAsync(scope.Select(), range, cancellation);
        return [.. series.Select(labels => labels[loki.Labels.App.ToString()]).OfType<string>().Where(viewer.MaySee).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    // Without them routes are coarser or finer, and as right.
    private async Task<(IReadOnlyList<string> Routes, string? Note)> ServedRoutesAsync(TimeRange range, CancellationToken cancellation)
    {
        try
        {
            var values = await tempo.TagValuesAsync(TraceField.Span("http.route"), null, range, cancellation);
            return ([.. values.Select(value => value.Text)], null);
        }
        catch (BackendException failure) when (tempo.IsConfigured)
        {
            return ([], $"The names of the servers' routes could not be read, so paths are grouped by their looks: {failure.Message}");
        }
    }

    private async Task<(ImmutableArray<TraceProof> Proofs, ImmutableArray<ExecutedQuery> Queries, string? Note)> ProofsAsync(
        ImmutableArray<TraceId> wanted, TimeRange range, CancellationToken cancellation)
    {
        var answers = new TraceAnswer?[wanted.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, wanted.Length), options, async (i, token) => answers[i] = await ProofAsync(wanted[i], range, token));
        var read = answers.OfType<TraceAnswer>().ToList();
        var proofs = read.Select(answer => answer.Trace).OfType<Trace>().Select(TraceProof.Of).ToImmutableArray();
        var lacking = wanted.Length - proofs.Length;
        var note = lacking == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{lacking} of {wanted.Length} traces that would tell causes apart could not be read; verdicts rest on the others.");
        return (proofs, [.. read.Select(answer => answer.Executed)], note);
    }

    // A trace that cannot be read, too large ones among them, makes the verdict less sure and not impossible.
    private async Task<TraceAnswer?> ProofAsync(TraceId id, TimeRange range, CancellationToken cancellation)
    {
        try
        {
            return await tempo.TraceAsync(id, range, cancellation);
        }
        catch (BackendException)
        {
            return null;
        }
    }

    private static string? CutShort(PropagationIntake read, int apps, TimeRange range)
    {
        string?[] sentences =
        [
            read.CompleteFrom > range.From
                ? string.Create(CultureInfo.InvariantCulture, $"Only requests from {read.CompleteFrom.UtcDateTime:yyyy-MM-dd HH:mm} UTC on are judged: there are more traces before than the portal reads at once.")
                : null,
            apps > MostApps ? string.Create(CultureInfo.InvariantCulture, $"The first {MostApps} of {apps} apps are judged; choose one to see it.") : null,
            .. read.CutShort,
        ];
        var said = string.Join(' ', sentences.OfType<string>().Distinct(StringComparer.Ordinal));
        return said.Length == 0 ? null : said;
    }
}
