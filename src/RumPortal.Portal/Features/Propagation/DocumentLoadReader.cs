using System.Collections.Immutable;
using System.Globalization;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces.Propagation;
using RumPortal.Domain.Vitals.Routes;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>Reads the loads of documents: whether their server named its trace, and on which sites an app's pages are.</summary>
public sealed class DocumentLoadReader(LokiClient loki)
{
    /// <summary>Loads beyond this are left out, the oldest first: more say nothing new about a server's header.</summary>
    public const int MostLoads = 5000;

    private const int FirstPage = 1000;

    /// <summary>
    /// The newest loads. A failure of the log store is a sentence and not an exception: the traces can be judged without, only less surely.
    /// </summary>
    /// <exception cref="Auth.AppNotVisibleException">The viewer may not see the app.</exception>
    public async Task<(ImmutableArray<DocumentLoad> Loads, ImmutableArray<ExecutedQuery> Queries, string? Note)> ReadAsync(
        ViewerScope viewer, PropagationQuestion question, Func<string, RouteTemplates> routes, CancellationToken cancellation)
    {
        if (FaroScopes.Of(viewer, loki.Labels, question.App, question.Environment) is not { } scope) return ([], [], null);
        var (loads, queries) = (ImmutableArray.CreateBuilder<DocumentLoad>(), ImmutableArray.CreateBuilder<ExecutedQuery>());
        LogPage? last = null;
        try
        {
            var request = new LogRequest(FaroQueries.NavigationTimings(scope, LineParser.Mixed), question.Range) { PageSize = FirstPage };
            await foreach (var page in loki.ReadAllAsync(request, MostLoads, cancellation))
            {
                last = page;
                queries.Add(page.Executed);
                foreach (var record in page.Records)
                {
                    var app = record.Labels[scope.Names.App.ToString()] ?? record.Meta.AppName ?? "";
                    if (DocumentLoad.Of(record, app, routes(app)) is { } load && (question.Versions.IsEmpty || question.Versions.Contains(load.Version ?? ""))) loads.Add(load);
                }
            }
        }
        catch (BackendException failure)
        {
            return (loads.ToImmutable(), queries.ToImmutable(), $"{failure.Message} The loads of documents are not judged, and whose an origin is can be told less surely.");
        }
        return (loads.ToImmutable(), queries.ToImmutable(), last switch
        {
            { Interruption: { } interruption } => $"Loki's answer broke off: {interruption.Message} Only the newest loads of documents are judged.",
            { Next: not null } => string.Create(CultureInfo.InvariantCulture, $"Only the newest {MostLoads:N0} loads of documents are judged."),
            _ => null,
        });
    }
}
