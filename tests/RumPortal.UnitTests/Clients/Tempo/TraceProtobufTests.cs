using System.Text;
using RumPortal.Clients.Tempo.Otlp;
using RumPortal.Domain.Traces;
using RumPortal.Testing.Tempo;

namespace RumPortal.UnitTests.Clients.Tempo;

public sealed class TraceProtobufTests
{
    [Fact]
    public void Response_OfAWholeTrace_IsReadAsItWasWritten()
    {
        var (trace, state, leftOut) = Read(OtlpProtobuf.Response(Traces.Whole));

        Assert.Equal(TraceText.Of(Traces.Whole), TraceText.Of(trace));
        Assert.Equal((false, ""), state);
        Assert.Null(leftOut);
    }

    [Fact]
    public void Response_ThatSaysPartial_KeepsTheServersWords()
    {
        var (trace, state, _) = Read(OtlpProtobuf.Response(Traces.Whole, 1, "Trace exceeds maximum size of 5000000 bytes"));

        Assert.Equal((true, "Trace exceeds maximum size of 5000000 bytes"), state);
        Assert.Equal(2, trace!.Spans.Length);
    }

    [Fact]
    public void Response_WithoutSpans_IsNoTrace()
    {
        Assert.Null(Read(new ProtobufMessage()).Trace);
        Assert.Null(Read(new ProtobufMessage().Message(1, new ProtobufMessage()).Message(2, new ProtobufMessage().Varint(1, 7))).Trace);
    }

    [Fact]
    public void TracesData_WithFieldsInAnyOrder_IsReadTheSame()
    {
        var span = OtlpProtobuf.Span(Traces.Id, Traces.Whole.Spans[1]);
        var scopeSpans = new ProtobufMessage().Message(2, span).Message(1, new ProtobufMessage().Text(2, "1").Text(1, "scope"));
        var resourceSpans = new ProtobufMessage().Message(2, scopeSpans)
            .Message(1, new ProtobufMessage().Message(1, OtlpProtobuf.Attribute(new("service.name", new AttributeValue.Text("late")))));

        var trace = ReadData(new ProtobufMessage().Message(1, resourceSpans)).Trace!;

        Assert.Equal(("late", new SpanScope("scope", "1")), (trace.Spans[0].Resource.Service, trace.Spans[0].Scope));
    }

    [Fact]
    public void Fields_ThatAreUnknown_ArePassedOver()
    {
        var span = new ProtobufMessage().Varint(99, ulong.MaxValue).Fixed32(98, 1).Fixed64(97, 1).Text(96, "x")
            .Bytes(2, [0, 0, 0, 0, 0, 0, 0, 7]).Varint(5, 3).Text(6, "no number").Varint(6, 9).Message(15, new ProtobufMessage().Varint(3, 9)).Text(5, "name");

        var read = ReadSpans(span).Trace!.Spans[0];

        Assert.Equal((new SpanId(7), "name", SpanKind.Unspecified, SpanStatus.Unset), (read.Id, read.Name, read.Kind, read.Status));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 })]
    public void Span_WithoutAUsableId_IsCounted(byte[] id)
    {
        var good = OtlpProtobuf.Span(Traces.Id, Traces.Whole.Spans[1]);

        Assert.Equal((1, 1), ReadSpans(new ProtobufMessage().Bytes(2, id), good) is { Trace: { } trace } ? (trace.Spans.Length, trace.Unreadable) : default);
        Assert.Equal("1 span has no usable id.", ReadSpans(new ProtobufMessage().Bytes(2, id)).LeftOut);
    }

    [Fact]
    public void Parent_OfZeros_IsNone() => Assert.Null(ReadSpans(new ProtobufMessage().Bytes(2, [0, 0, 0, 0, 0, 0, 0, 7]).Bytes(4, new byte[8])).Trace!.Spans[0].ParentId);

    [Fact]
    public void Link_WithoutAUsableTraceId_IsTold()
    {
        var (trace, _, leftOut) = ReadSpans(new ProtobufMessage().Bytes(2, [0, 0, 0, 0, 0, 0, 0, 7]).Message(13, new ProtobufMessage().Bytes(1, [1, 2])));

        Assert.Empty(trace!.Spans[0].Links);
        Assert.Equal("1 link has no usable trace id.", leftOut);
    }

    [Fact]
    public void Value_OfAMegabyte_IsKeptWhole()
    {
        var text = new string('x', SpanIntake.LongestValue);

        Assert.Equal((text, null), Attribute(new AttributeValue.Text(text)));
    }

    [Fact]
    public void Value_OfMoreThanAMegabyte_IsCutBetweenCharactersAndTold()
    {
        var (value, leftOut) = Attribute(new AttributeValue.Text("a" + new string('車', 400_000)));

        Assert.Equal("a" + new string('車', (SpanIntake.LongestValue - 1) / 3), value);
        Assert.Equal("1 value of more than 1 MB is cut.", leftOut);
    }

    [Fact]
    public void Value_InTooManyOthers_IsLeftOutAndTold()
    {
        AttributeValue nested = new AttributeValue.Text("core");
        for (var depth = 0; depth < 5_000; depth++) nested = depth % 2 == 0 ? new AttributeValue.List([nested]) : new AttributeValue.Pairs([new("k", nested)]);
        var message = OtlpProtobuf.Value(nested);

        var (trace, _, leftOut) = ReadSpans(new ProtobufMessage().Bytes(2, [0, 0, 0, 0, 0, 0, 0, 7]).Message(9, new ProtobufMessage().Text(1, "deep").Message(2, message)));

        Assert.DoesNotContain("core", trace!.Spans[0].Attributes.Text("deep"), StringComparison.Ordinal);
        Assert.Equal("1 value within other values is left out: 32 levels are read.", leftOut);
    }

    [Fact]
    public void Spans_BeyondTheBound_AreCounted()
    {
        var spans = new ProtobufMessage();
        for (var i = 1; i <= SpanIntake.MostSpans + 5; i++) spans.Message(2, new ProtobufMessage().Bytes(2, [0, 0, 0, 0, 0, (byte)(i >> 16), (byte)(i >> 8), (byte)i]));

        var (trace, _, leftOut) = ReadData(new ProtobufMessage().Message(1, new ProtobufMessage().Message(2, spans)));

        Assert.Equal(SpanIntake.MostSpans, trace!.Spans.Length);
        Assert.Equal("The first 100,000 of 100,005 spans are read.", leftOut);
    }

    [Fact]
    public void Attributes_BeyondTheBound_AreCounted()
    {
        var list = new ProtobufMessage();
        for (var i = 0; i < SpanIntake.MostValues; i++) list.Raw([0x0A, 0x00]);

        var (trace, _, leftOut) = ReadSpans(new ProtobufMessage().Bytes(2, [0, 0, 0, 0, 0, 0, 0, 7])
            .Message(9, new ProtobufMessage().Text(1, "list").Message(2, new ProtobufMessage().Message(5, list))));

        Assert.Equal(SpanIntake.MostValues - 1, Assert.IsType<AttributeValue.List>(trace!.Spans[0].Attributes["list"]).Values.Length);
        Assert.Equal("1 attribute is left out: 5,000,000 are read.", leftOut);
    }

    [Fact]
    public void Message_CutAnywhere_IsAnErrorOrShorter()
    {
        var whole = OtlpProtobuf.Response(Traces.Whole).ToArray();
        var cut = Enumerable.Range(0, whole.Length).Count(length =>
        {
            try
            {
                new TraceProtobuf(new SpanIntake()).ReadResponse(whole.AsSpan(0, length));
                return false;
            }
            catch (InvalidDataException)
            {
                return true;
            }
        });

        Assert.InRange(cut, whole.Length - 8, whole.Length - 1);
    }

    [Fact]
    public void Message_OfAnyBytes_NeverFailsOtherwise()
    {
        var random = new Random(7);
        var whole = OtlpProtobuf.Response(Traces.Whole).ToArray();
        var read = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = round % 2 == 0 ? [.. whole] : new byte[random.Next(200)];
            if (round % 2 == 1) random.NextBytes(bytes);
            else for (var i = 0; i < 4; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                new TraceProtobuf(new SpanIntake()).ReadResponse(bytes);
                read++;
            }
            catch (InvalidDataException)
            {
                // The one failure that the client turns into words.
            }
        }

        Assert.InRange(read, 1, 19_999);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("trace not found")]
    [InlineData("\u000b")]
    public void Message_ThatIsText_IsAnError(string text) =>
        Assert.Throws<InvalidDataException>(() => new TraceProtobuf(new SpanIntake()).ReadResponse(Encoding.UTF8.GetBytes(text)));

    private static (string? Value, string? LeftOut) Attribute(AttributeValue value)
    {
        var (trace, _, leftOut) = ReadSpans(new ProtobufMessage().Bytes(2, [0, 0, 0, 0, 0, 0, 0, 7]).Message(9, OtlpProtobuf.Attribute(new("k", value))));
        return (trace!.Spans[0].Attributes.Text("k"), leftOut);
    }

    private static (Trace? Trace, (bool, string) State, string? LeftOut) ReadSpans(params ProtobufMessage[] spans) =>
        ReadData(new ProtobufMessage().Message(1, new ProtobufMessage().Message(2, new ProtobufMessage().Messages(2, spans))));

    private static (Trace? Trace, (bool, string) State, string? LeftOut) ReadData(ProtobufMessage data)
    {
        var intake = new SpanIntake();
        new TraceProtobuf(intake).ReadTrace(data.ToArray());
        return (intake.ToTrace(Traces.Id), default, intake.LeftOut());
    }

    private static (Trace? Trace, (bool, string) State, string? LeftOut) Read(ProtobufMessage response)
    {
        var intake = new SpanIntake();
        var state = new TraceProtobuf(intake).ReadResponse(response.ToArray());
        return (intake.ToTrace(Traces.Id), state, intake.LeftOut());
    }
}
