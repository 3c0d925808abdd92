using System.Text;
using System.Text.Json;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Benchmarks;

/// <summary>Lines to records on one core: against two plain readers, and against the JSON tokens of the answer that the lines come in.</summary>
internal static class ParseBenchmark
{
    private const int LineCount = 5_000;

    public static async Task RunAsync()
    {
        var texts = SampleLines.Create(LineCount);
        var lines = texts.Select(Encoding.UTF8.GetBytes).ToList();
        var answer = SampleLines.Answer(texts, 0, LineCount);
        var bytes = lines.Sum(line => (long)line.Length);
        Check(texts, lines);
        Console.WriteLine($"{LineCount} lines of {bytes / LineCount} bytes on average; the answer that holds them has {answer.Length / 1e6:0.0} MB. MB/s are those of the lines.");

        await new Contest(rounds: 11)
            .Add("logfmt into records", () => Records(lines))
            .Add("logfmt into records, four fields as text", () => RecordsWithFields(lines))
            .Add("logfmt pairs alone", () => Pairs(lines))
            .Add("naive: two splits into a dictionary (wrong on blanks)", () => Naive(lines, NaiveLogfmt.Split))
            .Add("naive: character by character into a dictionary", () => Naive(lines, NaiveLogfmt.Walk))
            .Add("Utf8JsonReader, tokens of the whole answer", () => Tokens(answer))
            .RunAsync(bytes, LineCount);
    }

    private static void Check(List<string> texts, List<byte[]> lines)
    {
        var buffer = new FaroRecordBuffer();
        for (var i = 0; i < lines.Count; i++)
        {
            var record = buffer.Add(lines[i], 0, LabelSet.Empty);
            var walked = NaiveLogfmt.Walk(texts[i]);
            var same = record.Fields.All(field => walked[field.Name] == field.Value.ToString()) && NaiveLogfmt.Split(texts[i])["session_id"] == record.Meta.SessionId;
            if (!same) throw new InvalidOperationException($"The readers disagree on: {texts[i]}");
        }
    }

    private static Task Records(List<byte[]> lines)
    {
        var buffer = new FaroRecordBuffer();
        foreach (var line in lines) buffer.Add(line, 0, LabelSet.Empty);
        return Task.CompletedTask;
    }

    private static Task RecordsWithFields(List<byte[]> lines)
    {
        var buffer = new FaroRecordBuffer();
        foreach (var line in lines)
        {
            var meta = buffer.Add(line, 0, LabelSet.Empty).Meta;
            _ = (meta.SessionId, meta.UserId, meta.BrowserName, meta.PageUrl);
        }
        return Task.CompletedTask;
    }

    private static Task Pairs(List<byte[]> lines)
    {
        foreach (var line in lines)
        {
            var reader = new LogfmtReader(line);
            while (reader.Read())
            {
                // Reading is all.
            }
        }
        return Task.CompletedTask;
    }

    private static Task Naive(List<byte[]> lines, Func<string, Dictionary<string, string>> read)
    {
        foreach (var line in lines) read(Encoding.UTF8.GetString(line));
        return Task.CompletedTask;
    }

    private static Task Tokens(byte[] answer)
    {
        var reader = new Utf8JsonReader(answer);
        while (reader.Read())
        {
            // Reading is all.
        }
        return Task.CompletedTask;
    }
}
