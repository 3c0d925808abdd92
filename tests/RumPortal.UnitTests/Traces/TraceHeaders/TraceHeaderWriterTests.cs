using RumPortal.Domain.Traces.TraceHeaders;

namespace RumPortal.UnitTests.Traces.TraceHeaders;

public sealed class TraceHeaderWriterTests
{
    [Theory]
    [InlineData(TraceHeaderFormat.W3C, "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]
    [InlineData(TraceHeaderFormat.Jaeger, "uber-trace-id: 0af7651916cd43dd8448eb211c80319c:b7ad6b7169203331:0:1")]
    [InlineData(TraceHeaderFormat.B3Single, "b3: 0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1")]
    [InlineData(TraceHeaderFormat.B3Multi, "X-B3-TraceId: 0af7651916cd43dd8448eb211c80319c\nX-B3-SpanId: b7ad6b7169203331\nX-B3-Sampled: 1")]
    public void Context_InEachFormat_KeepsItsIds(TraceHeaderFormat format, string expected) =>
        Assert.Equal(expected, Write("traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", format));

    [Theory]
    [InlineData(TraceHeaderFormat.W3C, "traceparent: 00-00000000000000008448eb211c80319c-000000000000000b-01")]
    [InlineData(TraceHeaderFormat.Jaeger, "uber-trace-id: 00000000000000008448eb211c80319c:000000000000000b:0:3")]
    [InlineData(TraceHeaderFormat.B3Single, "b3: 00000000000000008448eb211c80319c-000000000000000b-d-00000000000000aa")]
    [InlineData(TraceHeaderFormat.B3Multi, "X-B3-TraceId: 00000000000000008448eb211c80319c\nX-B3-SpanId: 000000000000000b\nX-B3-ParentSpanId: 00000000000000aa\nX-B3-Flags: 1")]
    public void Context_OfAnOldJaegerTracer_IsPaddedAndKeepsItsFlags(TraceHeaderFormat format, string expected) =>
        Assert.Equal(expected, Write("uber-trace-id: 8448eb211c80319c:b:aa:3", format));

    [Fact]
    public void Context_WithoutADecision_LeavesItOpenWhereTheFormatCan()
    {
        var context = PastedHeaders.Read("b3: 0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331").Context!;

        Assert.Equal("b3: 0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331", Lines(context, TraceHeaderFormat.B3Single));
        Assert.EndsWith("-00", Lines(context, TraceHeaderFormat.W3C), StringComparison.Ordinal);
        Assert.NotNull(TraceHeaderWriter.Loss(context, TraceHeaderFormat.W3C));
        Assert.Null(TraceHeaderWriter.Loss(context, TraceHeaderFormat.B3Multi));
    }

    [Fact]
    public void Context_WrittenInAnyFormat_IsReadBackTheSame()
    {
        var context = PastedHeaders.Read("traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00").Context!;

        Assert.All(Enum.GetValues<TraceHeaderFormat>(), format => Assert.Equal(context, PastedHeaders.Read(Lines(context, format)).Context));
    }

    private static string Write(string pasted, TraceHeaderFormat format) => Lines(PastedHeaders.Read(pasted).Context!, format);

    private static string Lines(TraceContext context, TraceHeaderFormat format) =>
        string.Join('\n', TraceHeaderWriter.Write(context, format).Select(header => $"{header.Name}: {header.Value}"));
}
