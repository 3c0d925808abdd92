using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.Ingest;

/// <summary>Loads the recorded lines of a folder into Loki: <c>lines.jsonl.gz</c>, one object a line.</summary>
/// <remarks><c>{"labels":{"app_name":"shop"},"timestamp":"1795132897935000000","line":"kind=event ..."}</c></remarks>
public static class DatasetLoader
{
    public const string FileName = "lines.jsonl.gz";

    private const int BatchSize = 1_000;

    /// <returns>The count of lines that were read.</returns>
    /// <exception cref="FileNotFoundException">The folder has no such file.</exception>
    /// <exception cref="InvalidDataException">A line of the file is of another form, or Loki refused it.</exception>
    public static async Task<int> LoadAsync(string folder, Ingester ingester, CancellationToken cancellation = default)
    {
        var path = Path.Combine(folder, FileName);
        await using var file = File.OpenRead(path);
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        var batch = new List<PushStream>();
        var count = 0;
        while (await reader.ReadLineAsync(cancellation) is { } text)
        {
            count++;
            batch.Add(Parse(path, count, text));
            if (batch.Count >= BatchSize) Push(ingester, batch, path, count);
        }

        if (batch.Count > 0) Push(ingester, batch, path, count);
        return count;
    }

    private static PushStream Parse(string path, int number, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var labels = root.GetProperty("labels").EnumerateObject().Select(label => new Label(label.Name, label.Value.GetString() ?? ""));
            var timestamp = long.Parse(root.GetProperty("timestamp").GetString() ?? "", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            var line = Encoding.UTF8.GetBytes(root.GetProperty("line").GetString() ?? "");
            return new(LabelSet.Of(labels), [new(timestamp, line, LabelSet.Empty)]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{path}, line {number}: {e.Message}"), e);
        }
    }

    private static void Push(Ingester ingester, List<PushStream> batch, string path, int number)
    {
        try
        {
            ingester.Push(new(batch));
            batch.Clear();
        }
        catch (PushException e)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{path}, up to line {number}: {e.Message}"), e);
        }
    }
}
