using System.Collections.Immutable;
using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Otlp.Protobuf;

/// <summary>
/// Reads an <c>ExportTraceServiceRequest</c> (opentelemetry-proto 1.x, <c>collector/trace/v1</c>), which on the wire is the same as
/// <c>TracesData</c>. Unknown fields are skipped; a field that is there twice counts as its last.
/// </summary>
public sealed class OtlpProtobufReader
{
    private readonly List<Span> _spans = [];
    private readonly ProtobufAttributes _attributes = new(new TextPool());

    private OtlpProtobufReader()
    {
    }

    /// <exception cref="OtlpFormatException">The bytes are no such message.</exception>
    public static List<Span> Read(ReadOnlySpan<byte> message)
    {
        var reader = new OtlpProtobufReader();
        var fields = new ProtobufReader(message);
        while (fields.Next())
        {
            if (fields.Field == 1) reader.ReadResourceSpans(fields.Bytes());
            else fields.Skip();
        }

        return reader._spans;
    }

    /// <summary>Twice over the fields: the spans may come before what describes them.</summary>
    private void ReadResourceSpans(ReadOnlySpan<byte> message)
    {
        var (attributes, schema) = (AttributeSet.Empty, "");
        var fields = new ProtobufReader(message);
        while (fields.Next())
        {
            if (fields.Field == 1) attributes = _attributes.ReadFrom(fields.Bytes(), attributesField: 1, droppedField: 2);
            else if (fields.Field == 3) schema = fields.Text();
            else fields.Skip();
        }

        var resource = new SpanResource(attributes, schema);
        fields = new ProtobufReader(message);
        while (fields.Next())
        {
            if (fields.Field == 2) ReadScopeSpans(fields.Bytes(), resource);
            else fields.Skip();
        }
    }

    private void ReadScopeSpans(ReadOnlySpan<byte> message, SpanResource resource)
    {
        ReadOnlySpan<byte> described = [];
        var schema = "";
        var fields = new ProtobufReader(message);
        while (fields.Next())
        {
            if (fields.Field == 1) described = fields.Bytes();
            else if (fields.Field == 3) schema = fields.Text();
            else fields.Skip();
        }

        var scope = ReadScope(described, schema);
        fields = new ProtobufReader(message);
        while (fields.Next())
        {
            if (fields.Field == 2) _spans.Add(ReadSpan(fields.Bytes(), resource, scope));
            else fields.Skip();
        }
    }

    private InstrumentationScope ReadScope(ReadOnlySpan<byte> message, string schema)
    {
        var (name, version) = ("", "");
        var fields = new ProtobufReader(message);
        while (fields.Next())
        {
            if (fields.Field == 1) name = fields.Text();
            else if (fields.Field == 2) version = fields.Text();
            else fields.Skip();
        }

        return new(name, version, _attributes.ReadFrom(message, attributesField: 3, droppedField: 4), schema);
    }

    private Span ReadSpan(ReadOnlySpan<byte> message, SpanResource resource, InstrumentationScope scope)
    {
        var span = new Span { Resource = resource, Scope = scope, Attributes = _attributes.ReadFrom(message, attributesField: 9, droppedField: 10) };
        var (events, links) = (ImmutableArray.CreateBuilder<SpanEvent>(), ImmutableArray.CreateBuilder<SpanLink>());
        var fields = new ProtobufReader(message);
        while (fields.Next())
        {
            switch (fields.Field)
            {
                case 11:
                    events.Add(ReadEvent(fields.Bytes()));
                    break;
                case 13:
                    links.Add(ReadLink(fields.Bytes()));
                    break;
                case 15:
                    span = WithStatus(span, fields.Bytes());
                    break;
                default:
                    span = WithField(span, ref fields);
                    break;
            }
        }

        return span with { Events = events.DrainToImmutable(), Links = links.DrainToImmutable() };
    }

    private static Span WithField(Span span, ref ProtobufReader fields)
    {
        switch (fields.Field)
        {
            case 1: return span with { TraceId = ProtobufIds.TraceId(fields.Bytes()) };
            case 2: return span with { SpanId = ProtobufIds.SpanId(fields.Bytes()) };
            case 3: return span with { TraceState = fields.Text() };
            case 4: return span with { ParentSpanId = ProtobufIds.SpanId(fields.Bytes()) };
            case 5: return span with { Name = fields.Text() };
            case 6: return span with { Kind = (SpanKind)(int)fields.Varint() };
            case 7: return span with { Start = fields.Fixed64() };
            case 8: return span with { End = fields.Fixed64() };
            case 12: return span with { DroppedEvents = (uint)fields.Varint() };
            case 14: return span with { DroppedLinks = (uint)fields.Varint() };
            case 16: return span with { Flags = fields.Fixed32() };
            default:
                fields.Skip();
                return span;
        }
    }

    private static Span WithStatus(Span span, ReadOnlySpan<byte> message)
    {
        var (text, code) = ("", SpanStatus.Unset);
        var fields = new ProtobufReader(message);
        while (fields.Next())
        {
            if (fields.Field == 2) text = fields.Text();
            else if (fields.Field == 3) code = (SpanStatus)(int)fields.Varint();
            else fields.Skip();
        }

        return span with { Status = code, StatusMessage = text };
    }

    private SpanEvent ReadEvent(ReadOnlySpan<byte> message)
    {
        var (time, name) = (0UL, "");
        var fields = new ProtobufReader(message);
        while (fields.Next())
        {
            if (fields.Field == 1) time = fields.Fixed64();
            else if (fields.Field == 2) name = fields.Text();
            else fields.Skip();
        }

        return new(time, name, _attributes.ReadFrom(message, attributesField: 3, droppedField: 4));
    }

    private SpanLink ReadLink(ReadOnlySpan<byte> message)
    {
        var link = new SpanLink(0, 0, "", _attributes.ReadFrom(message, attributesField: 4, droppedField: 5), 0);
        var fields = new ProtobufReader(message);
        while (fields.Next())
        {
            switch (fields.Field)
            {
                case 1:
                    link = link with { TraceId = ProtobufIds.TraceId(fields.Bytes()) };
                    break;
                case 2:
                    link = link with { SpanId = ProtobufIds.SpanId(fields.Bytes()) };
                    break;
                case 3:
                    link = link with { TraceState = fields.Text() };
                    break;
                case 6:
                    link = link with { Flags = fields.Fixed32() };
                    break;
                default:
                    fields.Skip();
                    break;
            }
        }

        return link;
    }
}
