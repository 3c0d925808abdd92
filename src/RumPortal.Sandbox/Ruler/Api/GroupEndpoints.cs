using System.Text;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Loki.Api;
using RumPortal.Sandbox.Ruler.Files;

namespace RumPortal.Sandbox.Ruler.Api;

/// <summary>Reads, sets and removes rule groups. Loki 3.7 behaviour: errors are plain text; what is accepted answers 202 with an empty JSON envelope.</summary>
internal sealed class GroupEndpoints(LokiRuler ruler)
{
    private const string Accepted = """{"status":"success","data":null,"errorType":"","error":""}""";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All groups, or those of one namespace; both are a map of lists.</summary>
    public Task ListAsync(HttpContext context)
    {
        var ns = context.Request.RouteValues.ContainsKey("namespace") ? Name(context, "namespace") : null;
        var groups = ruler.Groups.All.Where(group => ns is null || group.Namespace == ns).ToLookup(group => group.Namespace, group => group.Definition);
        if (groups.Count == 0) return ErrorAsync(context, StatusCodes.Status404NotFound, "no rule groups found");
        return YamlAsync(context, RuleYamlWriter.Write(groups.ToDictionary(list => list.Key, IReadOnlyList<RuleGroupDefinition> (list) => [.. list])));
    }

    public Task GetAsync(HttpContext context) => ruler.Groups.Find(Name(context, "namespace"), Name(context, "group")) is { } group
        ? YamlAsync(context, RuleYamlWriter.Write(group.Definition))
        : ErrorAsync(context, StatusCodes.Status404NotFound, "group does not exist");

    public async Task SetAsync(HttpContext context)
    {
        var ns = Name(context, "namespace");
        if (await ReadAsync(context) is not { } definition)
        {
            await ErrorAsync(context, StatusCodes.Status400BadRequest, "unable to decoded rule group");
            return;
        }

        var faults = ruler.Groups.Set(ns, definition);
        if (faults.Count > 0) await ErrorAsync(context, StatusCodes.Status400BadRequest, string.Join(", ", faults));
        else await AcceptedAsync(context);
    }

    public Task RemoveAsync(HttpContext context) => ruler.Groups.Remove(Name(context, "namespace"), Name(context, "group"))
        ? AcceptedAsync(context)
        : ErrorAsync(context, StatusCodes.Status404NotFound, "group does not exist");

    public Task RemoveNamespaceAsync(HttpContext context) => ruler.Groups.RemoveNamespace(Name(context, "namespace"))
        ? AcceptedAsync(context)
        : ErrorAsync(context, StatusCodes.Status404NotFound, "group namespace does not exist");

    /// <summary>Null when the body is no rule group.</summary>
    private async Task<RuleGroupDefinition?> ReadAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request, ruler.Options.MaxBodySize);
        try
        {
            return RuleYamlReader.ReadGroup(Utf8.GetString(body.Span));
        }
        catch (Exception e) when (e is RuleFileException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A name from the path. It becomes part of a file's path in real rulers, so what would leave a folder is refused.</summary>
    private static string Name(HttpContext context, string key)
    {
        // Routing leaves encoded slashes as they are.
        var name = Uri.UnescapeDataString(context.Request.RouteValues[key]?.ToString() ?? "");
        return name.Length > 0 && name is not ("." or "..") && name.IndexOfAny(['/', '\\', '\0']) < 0
            ? name
            : throw new BadRequestException($"invalid {key} name");
    }

    private static Task YamlAsync(HttpContext context, string yaml)
    {
        context.Response.ContentType = "application/yaml";
        return context.Response.WriteAsync(yaml, context.RequestAborted);
    }

    private static Task AcceptedAsync(HttpContext context) => LokiResponse.JsonAsync(context, Accepted, StatusCodes.Status202Accepted);

    private static Task ErrorAsync(HttpContext context, int status, string text) => LokiResponse.TextAsync(context, status, text + "\n");
}
