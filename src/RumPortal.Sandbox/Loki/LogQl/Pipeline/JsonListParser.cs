using System.Text.Json;
using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary><c>| json first="servers[0]", agent="request.headers[\"User-Agent\"]"</c>: objects and arrays come as their text, what is missing as "".</summary>
internal sealed class JsonListParser : IStage
{
    private readonly IReadOnlyList<(string Label, JsonPath Path)> _extractions;

    /// <exception cref="FormatException">A path is wrong.</exception>
    public JsonListParser(JsonListExpression expression) => _extractions = [.. expression.Extractions.Select(e => (e.Label, JsonPath.Parse(e.Source)))];

    public IReadOnlyCollection<string> RequiredLabels => [];

    public bool Process(ref ReadOnlySpan<byte> line, LabelsBuilder labels)
    {
        if (line.IsEmpty || labels.SkipParsing) return true;
        if (line[0] is not ((byte)'{' or (byte)'[' or (byte)'"'))
        {
            labels.SetParserError(SpecialLabels.JsonError, "");
            return true;
        }

        var reader = new Utf8JsonReader(line);
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.ParseValue(ref reader);
        }
        catch (JsonException e)
        {
            labels.SetParserError(SpecialLabels.JsonError, e.Message);
        }

        using (document) Extract(document?.RootElement, labels);
        return true;
    }

    private void Extract(JsonElement? root, LabelsBuilder labels)
    {
        foreach (var (label, path) in _extractions)
        {
            var target = labels.Stream.Contains(label) || labels.HasMetadata(label) ? label + SpecialLabels.DuplicateSuffix : label;
            if (root is { } element && path.Find(element) is { } found) labels.Set(target, TextOf(found));
            else if (labels.Get(label) is null) labels.Set(label, "");
        }
    }

    private static string TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => "",
        // Half a surrogate pair in an escape is valid JSON but no text.
        JsonValueKind.String => TryGetString(element) ?? "",
        _ => element.GetRawText(),
    };

    private static string? TryGetString(JsonElement element)
    {
        try
        {
            return element.GetString()?.Replace('\uFFFD', ' ');
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
