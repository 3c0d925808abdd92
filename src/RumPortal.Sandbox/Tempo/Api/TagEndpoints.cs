using System.Text.Json;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Tempo.TraceQl;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.Api;

/// <summary>
/// <c>/api/search/tags</c>, <c>/api/search/tag/{name}/values</c> and their second versions: which attributes there are and what values they
/// have. Tempo 3.0 behaviour: a query in <c>q</c> that cannot be read is ignored.
/// </summary>
internal sealed class TagEndpoints(TempoBackend tempo)
{
    private const string IntrinsicScope = "intrinsic";

    /// <summary>In the order of Tempo's answers.</summary>
    private static readonly (string Name, AttributeScope Scope)[] Scopes =
    [
        ("resource", AttributeScope.Resource), ("span", AttributeScope.Span), ("event", AttributeScope.Event), ("link", AttributeScope.Link),
        ("instrumentation", AttributeScope.Instrumentation),
    ];

    public async Task NamesAsync(HttpContext context)
    {
        var scopes = NamesOf(context);
        // The first version tells intrinsics only when asked for them.
        var asked = context.Request.Query["scope"] == IntrinsicScope;
        var names = scopes.Where(scope => asked || scope.Name != IntrinsicScope).SelectMany(scope => scope.Names).Distinct(StringComparer.Ordinal);
        await TempoResponse.JsonAsync(context, json => WriteTexts(json, "tagNames", Limited(context, names)));
    }

    public async Task ScopedNamesAsync(HttpContext context)
    {
        var scopes = NamesOf(context).Where(scope => scope.Names.Count > 0).ToList();
        await TempoResponse.JsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("scopes");
            foreach (var (name, names) in scopes)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteStartArray("tags");
                foreach (var tag in Limited(context, names)) json.WriteStringValue(tag);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteMetrics(json);
            json.WriteEndObject();
        });
    }

    public async Task ValuesAsync(HttpContext context)
    {
        var name = NameIn(context);
        FieldExpression field = IntrinsicNames.Find(name) is { } intrinsic ? new FieldExpression.Property(intrinsic) : new FieldExpression.Attribute(AttributeScope.Any, name);
        var values = ValuesOf(context, field).Select(value => value.ToString());
        await TempoResponse.JsonAsync(context, json => WriteTexts(json, "tagValues", Limited(context, values)));
    }

    public async Task TypedValuesAsync(HttpContext context)
    {
        var name = NameIn(context);
        var field = TraceQlParser.TryParseAttribute(name)
            ?? throw new BadRequestException($"tag name is not valid intrinsic or scoped attribute: {name}");
        var values = ValuesOf(context, field);
        await TempoResponse.JsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("tagValues");
            foreach (var value in Limited(context, values))
            {
                json.WriteStartObject();
                json.WriteString("type", TypeName(value.Kind));
                json.WriteString("value", value.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteMetrics(json);
            json.WriteEndObject();
        });
    }

    private List<(string Name, IReadOnlyList<string> Names)> NamesOf(HttpContext context)
    {
        var asked = context.Request.Query["scope"].ToString();
        if (asked is not ("" or "none" or IntrinsicScope) && Scopes.All(scope => scope.Name != asked)) throw new BadRequestException($"invalid scope: {asked}");
        var range = SearchRange.Read(context.Request.Query);
        var wanted = Scopes.Where(scope => asked is "" or "none" || asked == scope.Name).ToList();
        var found = tempo.Tags.Names(wanted.ConvertAll(scope => scope.Scope), QueryOf(context), range.From, range.To, context.RequestAborted);
        var names = wanted.Select((scope, i) => (scope.Name, found[i])).ToList();
        if (asked is "" or "none" or IntrinsicScope) names.Add((IntrinsicScope, IntrinsicNames.Offered));
        return names;
    }

    private IReadOnlyList<Value> ValuesOf(HttpContext context, FieldExpression field)
    {
        var range = SearchRange.Read(context.Request.Query);
        return tempo.Tags.Values(field, QueryOf(context), range.From, range.To, context.RequestAborted);
    }

    private Pipeline? QueryOf(HttpContext context)
    {
        var text = context.Request.Query["q"].ToString();
        if (text.Length == 0 || text.Length > tempo.Options.MaxQueryLength) return null;
        try
        {
            return TraceQlParser.Parse(text) is { Metric: null } query ? query.Pipeline : null;
        }
        catch (TraceQlException)
        {
            return null;
        }
    }

    /// <summary>Routing leaves a slash in a name encoded.</summary>
    private static string NameIn(HttpContext context) => Uri.UnescapeDataString(context.Request.RouteValues["name"] as string ?? "");

    private static IEnumerable<T> Limited<T>(HttpContext context, IEnumerable<T> items) =>
        int.TryParse(context.Request.Query["limit"], out var limit) && limit > 0 ? items.Take(limit) : items;

    private static string TypeName(ValueKind kind) => kind switch
    {
        ValueKind.WholeNumber => "int",
        ValueKind.Number => "float",
        ValueKind.Boolean => "bool",
        ValueKind.Duration => "duration",
        ValueKind.Status or ValueKind.SpanKind => "keyword",
        _ => "string",
    };

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartObject();
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
        WriteMetrics(json);
        json.WriteEndObject();
    }

    private static void WriteMetrics(Utf8JsonWriter json)
    {
        json.WriteStartObject("metrics");
        json.WriteNumber("totalJobs", 1);
        json.WriteNumber("completedJobs", 1);
        json.WriteEndObject();
    }
}
