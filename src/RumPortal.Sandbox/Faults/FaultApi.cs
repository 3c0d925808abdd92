using System.Text.Json;
using System.Text.Json.Serialization;

namespace RumPortal.Sandbox.Faults;

/// <summary>
/// Fault injection for any backend: <see cref="UseFaults"/> before its endpoints, and <see cref="MapFaults"/> for the switch at
/// <c>/sandbox/faults</c>. <c>POST</c> adds a <see cref="Fault"/> (or several, as an array), <c>GET</c> lists them, <c>DELETE</c> heals.
/// </summary>
public static class FaultApi
{
    private const string Path = "/sandbox/faults";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>Lets the faults act on every request but those below <c>/sandbox</c>.</summary>
    public static void UseFaults(this IApplicationBuilder app, FaultSwitch faults, TimeProvider? clock = null)
    {
        var middleware = new FaultMiddleware(faults, clock ?? TimeProvider.System);
        app.Use((context, next) => context.Request.Path.StartsWithSegments("/sandbox", StringComparison.Ordinal) ? next(context) : middleware.InvokeAsync(context, next));
    }

    public static void MapFaults(this IEndpointRouteBuilder app, FaultSwitch faults)
    {
        app.MapGet(Path, context => context.Response.WriteAsJsonAsync(faults.List(), Json));
        app.MapPost(Path, context => AddAsync(context, faults));
        app.MapDelete(Path, context =>
        {
            faults.Clear();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    private static async Task AddAsync(HttpContext context, FaultSwitch faults)
    {
        var (added, problem) = await ReadAsync(context);
        if (problem is not null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(problem + "\n");
            return;
        }

        foreach (var fault in added) faults.Add(fault);
        await context.Response.WriteAsJsonAsync(faults.List(), Json);
    }

    private static async Task<(IReadOnlyList<Fault> Faults, string? Problem)> ReadAsync(HttpContext context)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            var faults = document.RootElement.ValueKind == JsonValueKind.Array
                ? document.Deserialize<List<Fault>>(Json)
                : document.Deserialize<Fault>(Json) is { } single ? [single] : null;
            if (faults is null || faults.Count == 0 || faults.Contains(null!)) return ([], "the body must be a fault or an array of faults");
            var problems = faults.SelectMany(fault => fault.Validate()).Distinct().ToList();
            return (faults, problems.Count > 0 ? string.Join("; ", problems) : null);
        }
        catch (JsonException e)
        {
            return ([], $"the body is not a fault: {e.Message}");
        }
    }
}
