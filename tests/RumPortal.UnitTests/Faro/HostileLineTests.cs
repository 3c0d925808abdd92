using System.Text;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Testing.Conformance;

namespace RumPortal.UnitTests.Faro;

/// <summary>Any bytes are a line: nothing throws, nothing of the line is lost, and the reader agrees with a plain one.</summary>
public sealed class HostileLineTests
{
    [Fact]
    public void Record_OfAMegabyteValue_HoldsIt()
    {
        var value = new string('x', 1 << 20);
        var record = Parse($"kind=log message={value} level=info");

        Assert.Equal(value, record.Text("message"));
        Assert.Equal("info", record.Text("level"));
    }

    [Fact]
    public void Record_OfTenThousandAttributes_HoldsThem()
    {
        var line = "kind=event " + string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"event_data_k{i}=v{i}"));
        var record = Parse(line);

        Assert.Equal(10_001, record.Fields.Count);
        Assert.Equal("v9999", record.Text("event_data_k9999"));
    }

    [Fact]
    public void Buffer_OfManyRecords_KeepsThemApart()
    {
        var buffer = new FaroRecordBuffer();
        var records = new List<FaroRecord>();
        for (var i = 0; i < 5_000; i++)
        {
            var filler = new string('y', i % 611);
            records.Add(buffer.Add(Encoding.UTF8.GetBytes($"kind=log n={i} {(i % 3 == 0 ? "" : "more=\"a b\" ")}filler={filler}"), i, LabelSet.Empty));
        }

        for (var i = 0; i < records.Count; i++)
        {
            Assert.Equal($"{i}", records[i].Text("n"));
            Assert.Equal(i, records[i].ArrivalNanoseconds);
            Assert.Equal(new string('y', i % 611), records[i].Text("filler") ?? "");
        }
    }

    [Fact]
    public void Commit_OfMoreThanReserved_IsRefused()
    {
        var buffer = new FaroRecordBuffer();
        var room = buffer.Reserve(5_000).Length;

        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Commit(room + 1, 0, LabelSet.Empty));
    }

    [Fact]
    public void Record_OfAHalfLine_SaysThatItIsTruncated()
    {
        var line = Encoding.UTF8.GetString(KitData.Lines[0].Line);
        for (var length = 0; length < line.Length; length++)
        {
            var record = Parse(line[..length]);
            var inQuotes = line[..length].Count(c => c == '"') % 2 == 1;
            Assert.Equal(inQuotes, record.IsTruncated);
            Assert.Equal(length >= "timestamp=\"2026-11-20 00:01:37.935 +0000".Length, record.ItemTime?.Second == 37 && record.ItemTime?.Millisecond == 935);
        }
    }

    [Fact]
    public void Record_OfRandomBytes_AgreesWithAPlainReader()
    {
        var random = new Random(20261123);
        var buffer = new FaroRecordBuffer();
        for (var i = 0; i < 100_000; i++)
        {
            var line = i % 4 == 0 ? Mutated(random) : RandomLine(random);
            if (i % 1000 == 0) buffer = new FaroRecordBuffer();
            var record = buffer.Add(line, i, LabelSet.Empty);

            Assert.True(record.Line.Span.SequenceEqual(line));
            _ = (record.Meta.SessionId, record.ItemTime, FaroHttpRequest.Of(record), FaroWebVital.Of(record), TraceLink.Of(record), FaroCategories.Of(record));
            var fields = record.Fields.Select(f => (f.Name, f.Value.ToString())).ToList();
            if (record.Format == FaroLineFormat.Logfmt) Assert.Equal(PlainLogfmt.Read(line), fields);
            foreach (var field in record.Fields)
                if (!field.Value.IsEmpty) Assert.True(record.Has(Encoding.UTF8.GetBytes(field.Key)) || field.Key.Length > 500, record.ToString());
        }
    }

    private static byte[] RandomLine(Random random)
    {
        // Mostly the characters that matter to the syntax, some of anything.
        var alphabet = "ab=\"\\ nu0{}:,[]\t\r\n"u8;
        var line = new byte[random.Next(60)];
        for (var i = 0; i < line.Length; i++) line[i] = random.Next(8) == 0 ? (byte)random.Next(256) : alphabet[random.Next(alphabet.Length)];
        return line;
    }

    private static byte[] Mutated(Random random)
    {
        var line = KitData.Lines[random.Next(KitData.Lines.Count)].Line.ToArray();
        for (var i = random.Next(4); i > 0; i--) line[random.Next(line.Length)] = (byte)random.Next(256);
        return random.Next(2) == 0 ? line : line[..random.Next(line.Length)];
    }

    private static FaroRecord Parse(string line) => new FaroRecordBuffer().Add(Encoding.UTF8.GetBytes(line), 0, LabelSet.Empty);
}
