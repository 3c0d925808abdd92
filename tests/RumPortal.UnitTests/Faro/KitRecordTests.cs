using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Testing.Conformance;

namespace RumPortal.UnitTests.Faro;

/// <summary>Every line of the conformance data against what its payload says.</summary>
public sealed class KitRecordTests
{
    [Fact]
    public void Record_OfEachKitLine_SaysWhatThePayloadSaid()
    {
        var expected = KitData.Payloads().SelectMany(ExpectedRecord.Of).ToList();
        var buffer = new FaroRecordBuffer();

        Assert.Equal(6315, KitData.Lines.Count);
        Assert.Equal(expected.Count, KitData.Lines.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            var line = KitData.Lines[i];
            var record = buffer.Add(line.Line, line.Nanoseconds, LabelSet.From(line.Labels));
            AssertSays(expected[i], record);
            Assert.Equal(line.Nanoseconds, record.ArrivalNanoseconds);
            Assert.Equal(line.Labels["app_name"], record.Labels["app_name"]);
            Assert.True(record.Line.Span.SequenceEqual(line.Line));
        }
    }

    [Fact]
    public void Record_OfEachRealSdkLine_SaysWhatThePayloadSaid()
    {
        var count = 0;
        foreach (var (body, lines) in KitData.RealSdk())
        {
            var expected = ExpectedRecord.Of(body).ToList();
            Assert.Equal(expected.Count, lines.Count);
            foreach (var (record, line) in expected.Zip(lines))
            {
                AssertSays(record, Parse(line));
                count++;
            }
        }
        Assert.True(count > 30, $"only {count} lines");
    }

    [Fact]
    public void Record_OfEachReceiverEdgeCase_SaysWhatThePayloadSaid()
    {
        // Their payloads need the receiver's own rules (letter case, overwriting, key cleaning), which have tests of their own.
        string[] rewritten = ["case-insensitive-keys", "key-collision", "weird-keys", "timestamp-offset"];
        var count = 0;
        foreach (var (name, body, lines) in KitData.ReceiverCases().Where(c => !rewritten.Contains(c.Name)))
        {
            foreach (var (expected, line) in ExpectedRecord.Of(body).Zip(lines))
            {
                AssertSays(expected, Parse(line), name);
                count++;
            }
        }
        Assert.True(count >= 30, $"only {count} lines");
    }

    [Fact]
    public void Record_OfTheSameFieldsInJson_EqualsThatOfLogfmt()
    {
        foreach (var line in KitData.Lines.Where((_, i) => i % 7 == 0))
        {
            var logfmt = Parse(Encoding.UTF8.GetString(line.Line));
            var json = Parse(ToJson(logfmt));

            Assert.Equal(FaroLineFormat.Json, json.Format);
            Assert.Equal((logfmt.Kind, logfmt.ItemTime), (json.Kind, json.ItemTime));
            Assert.Equal(logfmt.Fields.Select(f => (f.Name, f.Key, f.Value.ToString())), json.Fields.Select(f => (f.Name, f.Key, f.Value.ToString())));
            Assert.Equal(FaroHttpRequest.Of(logfmt), FaroHttpRequest.Of(json));
            Assert.Equal(FaroWebVital.Of(logfmt), FaroWebVital.Of(json));
        }
    }

    private static void AssertSays(ExpectedRecord expected, FaroRecord record, string? because = null)
    {
        var where = $"{because} {record}";
        Assert.True(expected.Kind == record.Kind, $"kind {record.Kind} in {where}");
        Assert.True(expected.Time == record.ItemTime, $"time {record.ItemTime:O} instead of {expected.Time:O} in {where}");
        foreach (var (key, value) in expected.Texts)
            Assert.True(value == record.Text(LabelFormOf(key)), $"{key} is {record.Text(LabelFormOf(key))} instead of {value} in {where}");
        foreach (var (key, value) in expected.Numbers)
            Assert.True(record.TryGetNumber(LabelFormOf(key), out var number) && number.Equals(value), $"{key} is not {value} in {where}");
        Assert.False(record.IsTruncated || record.IsDamaged, where);
    }

    private static FaroRecord Parse(string line) => new FaroRecordBuffer().Add(Encoding.UTF8.GetBytes(line), 0, LabelSet.Empty);

    // The receiver takes blanks, quotes and the like out of a key; a query sees an underscore for each other special character.
    private static string LabelFormOf(string key) =>
        string.Concat(key.Where(c => c is > ' ' and not '=' and not '"' and not '\u007f').Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string ToJson(FaroRecord record)
    {
        var members = record.Fields.Select(field => field.Key.StartsWith("value_", StringComparison.Ordinal) && field.Value.TryGetNumber(out _)
            ? $"{JsonSerializer.Serialize(field.Name)}:{field.Value}"
            : $"{JsonSerializer.Serialize(field.Name)}:{JsonSerializer.Serialize(field.Value.ToString(), Escaping)}");
        return $"{{{string.Join(',', members)}}}";
    }

    private static readonly JsonSerializerOptions Escaping = new() { Encoder = JavaScriptEncoder.Default };
}
