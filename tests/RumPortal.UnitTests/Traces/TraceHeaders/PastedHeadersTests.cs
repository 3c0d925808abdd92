using RumPortal.Domain.Traces.TraceHeaders;

namespace RumPortal.UnitTests.Traces.TraceHeaders;

public sealed class PastedHeadersTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c", Span = "b7ad6b7169203331";

    [Theory]
    [InlineData($"traceparent: 00-{Trace}-{Span}-01", TraceHeaderFormat.W3C, true)]
    [InlineData($"  Traceparent:00-{Trace}-{Span}-00  ", TraceHeaderFormat.W3C, false)]
    [InlineData($"00-{Trace}-{Span}-01", TraceHeaderFormat.W3C, true)]
    [InlineData($"00-{Trace}-{Span}-03", TraceHeaderFormat.W3C, true)]
    [InlineData($"cc-{Trace}-{Span}-01-what-comes-later", TraceHeaderFormat.W3C, true)]
    [InlineData($"-H 'traceparent: 00-{Trace}-{Span}-01' \\", TraceHeaderFormat.W3C, true)]
    [InlineData($"\"traceparent\": \"00-{Trace}-{Span}-01\",", TraceHeaderFormat.W3C, true)]
    [InlineData($"uber-trace-id: {Trace}:{Span}:0:1", TraceHeaderFormat.Jaeger, true)]
    [InlineData($"{Trace}:{Span}:0:0", TraceHeaderFormat.Jaeger, false)]
    [InlineData($"uber-trace-id: {Trace}%3A{Span}%3a0%3A01", TraceHeaderFormat.Jaeger, true)]
    [InlineData($"b3: {Trace}-{Span}-1", TraceHeaderFormat.B3Single, true)]
    [InlineData($"{Trace}-{Span}-0", TraceHeaderFormat.B3Single, false)]
    [InlineData($"b3: {Trace}-{Span}", TraceHeaderFormat.B3Single, null)]
    [InlineData($"b3: {Trace}-{Span}-d-05e3ac9a4f6e3b90", TraceHeaderFormat.B3Single, true)]
    [InlineData($"X-B3-TraceId: {Trace}\nX-B3-SpanId: {Span}\nX-B3-Sampled: 1", TraceHeaderFormat.B3Multi, true)]
    [InlineData($"x-b3-traceid: {Trace}\r\nx-b3-spanid: {Span}\r\nx-b3-flags: 1", TraceHeaderFormat.B3Multi, true)]
    [InlineData($"x-b3-traceid: {Trace}\nx-b3-spanid: {Span}", TraceHeaderFormat.B3Multi, null)]
    public void Headers_ThatAreValid_AreReadWhole(string text, TraceHeaderFormat format, bool? sampled)
    {
        var read = PastedHeaders.Read(text);

        var decoded = Assert.Single(read.Decoded);
        Assert.Equal(format, decoded.Format);
        Assert.False(decoded.HasFaults);
        Assert.Equal((Trace, Span, sampled), (read.Context!.TraceId.ToString(), read.Context.SpanId.ToString(), read.Context.Sampled));
        Assert.Empty(read.Remarks);
    }

    [Theory]
    [InlineData("traceparent: 00-abc", "traceparent has four parts with dashes between, this one 2.")]
    [InlineData($"traceparent: ff-{Trace}-{Span}-01", "Version ff is not allowed.")]
    [InlineData($"traceparent: 0-{Trace}-{Span}-01", "Two lower-case hex digits are needed.")]
    [InlineData($"traceparent: 00-{Trace}-{Span}-01-x", "Version 00 has four parts and nothing behind them; receivers ignore the header.")]
    [InlineData("traceparent: 00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", "Hex digits have to be lower case here; strict receivers ignore the header.")]
    [InlineData("traceparent: 00-00000000000000000000000000000000-b7ad6b7169203331-01", "All zeros stand for no id; receivers ignore the header.")]
    [InlineData($"traceparent: 00-{Trace}-0000000000000000-01", "All zeros stand for no id; receivers ignore the header.")]
    [InlineData("traceparent: 00-0af7651916cd43dd-b7ad6b7169203331-01", "32 hex digits are needed, these are 16.")]
    [InlineData($"traceparent: 00-{Trace}-b7ad6b716920333g-01", "Only hex digits may stand here, not U+0067.")]
    [InlineData($"traceparent: 00-{Trace}-{Span}-1", "Two lower-case hex digits are needed.")]
    [InlineData("tracestate: a=b", "tracestate alone says nothing: receivers ignore it without traceparent.")]
    [InlineData("uber-trace-id: 1:2:3", "uber-trace-id has four parts with colons between, this one 3.")]
    [InlineData($"uber-trace-id: :{Span}:0:1", "1 to 32 hex digits are needed, these are 0.")]
    [InlineData($"uber-trace-id: 0:{Span}:0:1", "All zeros stand for no id; receivers ignore the header.")]
    [InlineData($"uber-trace-id: {Trace}:{Span}:0:x", "One or two hex digits are needed.")]
    [InlineData("b3: 2", "b3 is one of 0, 1 and d, or two to four parts with dashes between.")]
    [InlineData($"b3: {Trace}-{Span}-2", "A decision is 0, 1 or d.")]
    [InlineData($"b3: {Trace}-{Span}-1-{Span}-1", "b3 has at most four parts with dashes between, this one 5.")]
    [InlineData($"b3: abc-{Span}-1", "16 or 32 hex digits are needed, these are 3.")]
    [InlineData($"x-b3-traceid: {Trace}", "X-B3-SpanId is missing.")]
    [InlineData($"x-b3-traceid: {Trace}\nx-b3-spanid: {Span}\nx-b3-sampled: maybe", "1 or 0 is needed.")]
    public void Headers_WithAFault_SayItInWordsAndCarryNothing(string text, string fault)
    {
        var read = PastedHeaders.Read(text);

        Assert.Contains(fault, read.Decoded.SelectMany(decoded => decoded.Faults.Concat(decoded.Fields.Select(field => field.Fault))));
        Assert.Null(read.Context);
    }

    [Theory]
    [InlineData("tracestate: a=1,a=2", "The key a occurs twice; receivers drop the header.")]
    [InlineData("tracestate: novalue", "A member has the form key=value.")]
    [InlineData("tracestate: Upper=1", "A key has lower-case letters, digits, _ - * / and @ only.")]
    public void TraceState_WithAFault_LeavesTheParentUsable(string state, string fault)
    {
        var read = PastedHeaders.Read($"traceparent: 00-{Trace}-{Span}-01\n{state}");

        Assert.Contains(fault, read.Decoded.Single().Fields.Select(field => field.Fault));
        Assert.NotNull(read.Context);
    }

    [Fact]
    public void Headers_OfTwoTraces_AreSaidToDisagree()
    {
        var read = PastedHeaders.Read($"traceparent: 00-{Trace}-{Span}-01\nuber-trace-id: 1:2:0:1\ncookie: secret\nhello");

        Assert.Equal([TraceHeaderFormat.W3C, TraceHeaderFormat.Jaeger], read.Decoded.Select(decoded => decoded.Format));
        Assert.Equal(
            [
                "'cookie' carries no trace and was left out.",
                "'hello' looks like no header of a trace.",
                "The formats name different traces: which one a receiver continues depends on the order of its propagators.",
            ],
            read.Remarks);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t\r\n")]
    public void Headers_OfNothing_AreNothing(string? text)
    {
        var read = PastedHeaders.Read(text);

        Assert.Empty(read.Decoded);
        Assert.Empty(read.Remarks);
    }

    [Fact]
    public void Headers_OfAnyText_NeverThrow()
    {
        string[] parts = ["00", "-", ":", "=", ",", "\0", "\n", "b3", "traceparent:", "x-b3-traceid:", "%3A", new string('a', 3000), Trace, Span, "é", "\ud800"];
        var random = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));
            var read = PastedHeaders.Read(text);
            Assert.All(read.Decoded, decoded => Assert.True(decoded.Context is null || !decoded.HasFaults || decoded.Format == TraceHeaderFormat.W3C));
        }
    }
}
