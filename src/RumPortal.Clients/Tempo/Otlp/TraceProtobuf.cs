using System.Runtime.InteropServices;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo.Otlp;

/// <summary>
/// Reads a trace from protobuf: Tempo's <c>TraceByIDResponse</c> (v2) and <c>Trace</c> (v1), the second of which has the form of OTLP's
/// <c>TracesData</c>. Only what the model holds is read. Messages may come in any order and number, as the format allows.
/// </summary>
/// <remarks>
/// <code>
/// TraceByIDResponse  1 trace  2 metrics  3 status (1 = partial)  4 message
/// TracesData         1 resource_spans { 1 resource { 1 attributes }  2 scope_spans { 1 scope { 1 name  2 version }  2 spans } }
/// Span               2 span_id  4 parent_span_id  5 name  6 kind  7 start  8 end  9 attributes  11 events  13 links  15 status
/// Event              1 time  2 name  3 attributes
/// Link               1 trace_id  2 span_id  4 attributes
/// Status             2 message  3 code
/// </code>
/// </remarks>
internal sealed class TraceProtobuf(SpanIntake intake)
{
    private const uint ResponseTrace = (1 << 3) | ProtobufReader.Bytes;
    private const uint ResponseStatus = (3 << 3) | ProtobufReader.Varint;
    private const uint ResponseMessage = (4 << 3) | ProtobufReader.Bytes;

    private const uint ResourceSpans = (1 << 3) | ProtobufReader.Bytes;
    private const uint Resource = (1 << 3) | ProtobufReader.Bytes;
    private const uint ResourceAttributes = (1 << 3) | ProtobufReader.Bytes;
    private const uint ScopeSpans = (2 << 3) | ProtobufReader.Bytes;
    private const uint Scope = (1 << 3) | ProtobufReader.Bytes;
    private const uint ScopeName = (1 << 3) | ProtobufReader.Bytes;
    private const uint ScopeVersion = (2 << 3) | ProtobufReader.Bytes;
    private const uint Spans = (2 << 3) | ProtobufReader.Bytes;

    private const uint Id = (2 << 3) | ProtobufReader.Bytes;
    private const uint ParentId = (4 << 3) | ProtobufReader.Bytes;
    private const uint Name = (5 << 3) | ProtobufReader.Bytes;
    private const uint Kind = (6 << 3) | ProtobufReader.Varint;
    private const uint Start = (7 << 3) | ProtobufReader.Fixed64;
    private const uint End = (8 << 3) | ProtobufReader.Fixed64;
    private const uint SpanAttributesTag = (9 << 3) | ProtobufReader.Bytes;
    private const uint Events = (11 << 3) | ProtobufReader.Bytes;
    private const uint Links = (13 << 3) | ProtobufReader.Bytes;
    private const uint Status = (15 << 3) | ProtobufReader.Bytes;

    private const uint EventTime = (1 << 3) | ProtobufReader.Fixed64;
    private const uint EventName = (2 << 3) | ProtobufReader.Bytes;
    private const uint EventAttributes = (3 << 3) | ProtobufReader.Bytes;
    private const uint LinkTraceId = (1 << 3) | ProtobufReader.Bytes;
    private const uint LinkSpanId = (2 << 3) | ProtobufReader.Bytes;
    private const uint LinkAttributes = (4 << 3) | ProtobufReader.Bytes;
    private const uint StatusMessage = (2 << 3) | ProtobufReader.Bytes;
    private const uint StatusCode = (3 << 3) | ProtobufReader.Varint;

    private delegate T Reading<out T>(ReadOnlySpan<byte> message);

    /// <summary>Reads the answer of v2 and says whether, and in which words, the server cut the trace.</summary>
    public (bool IsPartial, string Message) ReadResponse(ReadOnlySpan<byte> message)
    {
        var isPartial = false;
        var words = "";
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case ResponseTrace: ReadTrace(reader.ReadBytes()); break;
                case ResponseStatus: isPartial = reader.ReadVarint() != 0; break;
                case ResponseMessage: words = intake.Text(reader.ReadBytes()); break;
                default: reader.Skip(); break;
            }
        }
        return (isPartial, words);
    }

    /// <summary>Reads the answer of v1.</summary>
    public void ReadTrace(ReadOnlySpan<byte> message)
    {
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            if (reader.Tag == ResourceSpans) ReadResourceSpans(reader.ReadBytes());
            else reader.Skip();
        }
    }

    private void ReadResourceSpans(ReadOnlySpan<byte> message)
    {
        var resource = new SpanResource(AttributeProtobuf.Read(Last(message, Resource), ResourceAttributes, intake));
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            if (reader.Tag == ScopeSpans) ReadScopeSpans(reader.ReadBytes(), resource);
            else reader.Skip();
        }
    }

    private void ReadScopeSpans(ReadOnlySpan<byte> message, SpanResource resource)
    {
        var named = Last(message, Scope);
        var scope = named.IsEmpty
            ? SpanScope.Unknown
            : new SpanScope(intake.Text(Last(named, ScopeName)), intake.Text(Last(named, ScopeVersion)));
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            if (reader.Tag != Spans || !intake.HasRoom()) reader.Skip();
            else ReadSpan(reader.ReadBytes(), resource, scope);
        }
    }

    private void ReadSpan(ReadOnlySpan<byte> message, SpanResource resource, SpanScope scope)
    {
        SpanId? id = null;
        SpanId? parent = null;
        var name = "";
        var kind = SpanKind.Unspecified;
        long start = 0;
        long end = 0;
        ReadOnlySpan<byte> state = [];
        var (attributes, events, links) = (0, 0, 0);
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case Id: id = OtlpNumbers.Span(reader.ReadBytes()); break;
                case ParentId: parent = OtlpNumbers.Span(reader.ReadBytes()); break;
                case Name: name = intake.Text(reader.ReadBytes()); break;
                case Kind: kind = OtlpNumbers.Kind(reader.ReadVarint()); break;
                case Start: start = OtlpNumbers.Nanoseconds(reader.ReadFixed64()); break;
                case End: end = OtlpNumbers.Nanoseconds(reader.ReadFixed64()); break;
                case Status: state = reader.ReadBytes(); break;
                case SpanAttributesTag: attributes++; reader.Skip(); break;
                case Events: events++; reader.Skip(); break;
                case Links: links++; reader.Skip(); break;
                default: reader.Skip(); break;
            }
        }
        if (id is not { } known)
        {
            intake.AddUnreadable();
            return;
        }
        var (status, words) = ReadStatus(state);
        intake.Add(new Span
        {
            Id = known,
            ParentId = parent,
            Name = name,
            Kind = kind,
            Start = start,
            End = end,
            Status = status,
            StatusMessage = words,
            Resource = resource,
            Scope = scope,
            Attributes = AttributeProtobuf.Read(message, SpanAttributesTag, attributes, intake),
            Events = events == 0 ? [] : ImmutableCollectionsMarshal.AsImmutableArray(ReadAll(message, Events, events, ReadEvent)),
            Links = links == 0 ? [] : [.. ReadAll(message, Links, links, ReadLink).OfType<SpanReference>()],
        });
    }

    private (SpanStatus Status, string? Message) ReadStatus(ReadOnlySpan<byte> message)
    {
        var status = SpanStatus.Unset;
        string? words = null;
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case StatusMessage: words = intake.Text(reader.ReadBytes()); break;
                case StatusCode: status = OtlpNumbers.Status(reader.ReadVarint()); break;
                default: reader.Skip(); break;
            }
        }
        return (status, words is "" ? null : words);
    }

    private SpanEvent ReadEvent(ReadOnlySpan<byte> message)
    {
        long time = 0;
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            if (reader.Tag == EventTime) time = OtlpNumbers.Nanoseconds(reader.ReadFixed64());
            else reader.Skip();
        }
        return new SpanEvent(time, intake.Text(Last(message, EventName)), AttributeProtobuf.Read(message, EventAttributes, intake));
    }

    private SpanReference? ReadLink(ReadOnlySpan<byte> message)
    {
        if (OtlpNumbers.Trace(Last(message, LinkTraceId)) is { } trace)
            return new SpanReference(trace, OtlpNumbers.Span(Last(message, LinkSpanId)), AttributeProtobuf.Read(message, LinkAttributes, intake));
        intake.AddUnreadableLink();
        return null;
    }

    private T[] ReadAll<T>(ReadOnlySpan<byte> message, uint tag, int count, Reading<T> read)
    {
        var items = new T[intake.Take(count)];
        var reader = new ProtobufReader(message);
        for (var taken = 0; taken < items.Length && reader.Next();)
        {
            if (reader.Tag == tag) items[taken++] = read(reader.ReadBytes());
            else reader.Skip();
        }
        return items;
    }

    // Of a field that repeats against the rules, the last one counts.
    private static ReadOnlySpan<byte> Last(ReadOnlySpan<byte> message, uint tag)
    {
        ReadOnlySpan<byte> last = [];
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            if (reader.Tag == tag) last = reader.ReadBytes();
            else reader.Skip();
        }
        return last;
    }
}
