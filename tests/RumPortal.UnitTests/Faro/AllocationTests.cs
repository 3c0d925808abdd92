using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Testing.Conformance;

namespace RumPortal.UnitTests.Faro;

public sealed class AllocationTests
{
    [Fact]
    public void Buffer_OfManyLines_AllocatesLittleBeyondTheirTextAndTables()
    {
        var lines = KitData.Lines;
        ReadAll(lines);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var fields = ReadAll(lines);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // 16 bytes a field and about 100 a line are the tables; a tenth may be unused ends of pages.
        var needed = lines.Sum(line => (long)line.Line.Length) + (fields * 16L) + (lines.Count * 100L);
        Assert.InRange(allocated, 0, needed * 13 / 10);
    }

    [Fact]
    public void Lookup_OfTextAndNumber_AllocatesNothing()
    {
        var buffer = new FaroRecordBuffer();
        var records = KitData.Lines.Take(500).Select(line => buffer.Add(line.Line, 0, LabelSet.Empty)).ToArray();
        LookUp(records);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = LookUp(records);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(found > 1000, $"only {found} found");
        Assert.Equal(0, allocated);
    }

    private static long ReadAll(IReadOnlyList<KitLine> lines)
    {
        var buffer = new FaroRecordBuffer();
        var fields = 0L;
        foreach (var line in lines) fields += buffer.Add(line.Line, line.Nanoseconds, LabelSet.Empty).Fields.Count;
        return fields;
    }

    private static int LookUp(FaroRecord[] records)
    {
        var found = 0;
        foreach (var record in records)
        {
            if (record.Meta.BrowserName is not null) found++;
            if (record.Meta.SessionId is not null) found++;
            if (record.TryGetNumber("lcp", out _)) found++;
            if (record.Has("event_data_http_request_method"u8)) found++;
            foreach (var field in record.Fields) found += field.Value.IsEmpty ? 0 : 1;
        }
        return found;
    }
}
