using System.Text;
using RumPortal.Sandbox.FaroReceiver.Decoding;

namespace RumPortal.UnitTests.Sandbox.FaroReceiver;

public sealed class HostileBodyTests
{
    [Fact]
    public void Message_OfAMegabyte_IsWrittenWhole()
    {
        var line = PayloadText.LogLine($$"""{"message":"{{new string('x', 1_000_000)}} end"}""");

        Assert.Equal("message=\"\" end".Length + 1_000_000, line.Length);
    }

    [Fact]
    public void Attributes_TenThousandOfThem_AreAllWritten()
    {
        var attributes = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"k{i:D5}\":\"{i}\""));

        var line = PayloadText.LogLine($$$$"""{"context":{{{{{attributes}}}}}}""");

        Assert.Equal(10_000, line.Split(' ').Length);
        Assert.StartsWith("context_k00000=0 context_k00001=1 ", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9_998, true)]
    [InlineData(10_000, false)]
    public void Nesting_OfAnyDepth_IsBoundedAsInGo(int depth, bool accepted)
    {
        var body = $$"""{"unknown":{{new string('[', depth)}}{{new string(']', depth)}}}""";

        Assert.Equal(accepted, PayloadText.Decodes(body));
    }

    [Fact]
    public void Nesting_InSpanAttributes_IsWalkedToTheBound()
    {
        var open = string.Concat(Enumerable.Repeat("{\"arrayValue\":{\"values\":[", 3_000));
        var close = string.Concat(Enumerable.Repeat("]}}", 3_000));

        Assert.True(PayloadText.Decodes(
            $$$$"""{"traces":{"resourceSpans":[{"resource":{"attributes":[{"key":"a","value":{{{{open}}}}{{{{close}}}}}]}}]}}"""));
    }

    [Fact]
    public void Body_TruncatedOrFlippedAnywhere_IsAnsweredWithoutAnException()
    {
        var body = Encoding.UTF8.GetBytes(
            """{"meta":{"app":{"name":"ä😀\u00e4"}},"logs":[{"message":"m","context":{"k":"v"},"timestamp":"2026-08-20T03:14:07.250Z"}],"measurements":[{"values":{"lcp":-1.5e3}}],"traces":{"resourceSpans":[{"scopeSpans":[{"spans":[{"kind":3,"attributes":[{"key":"k","value":{"intValue":"1"}}]}]}]}]}}""");
        for (var cut = 0; cut < body.Length; cut++) Assert.False(PayloadText.Decodes(body.AsSpan(0, cut)));
        for (var at = 0; at < body.Length; at++)
        {
            foreach (var value in new byte[] { 0, (byte)'"', (byte)'\\', (byte)'{', (byte)'9', 0x80, 0xFF })
            {
                var changed = (byte[])body.Clone();
                changed[at] = value;
                var decoded = PayloadDecoder.TryDecode(changed, out var payload, out var error);
                Assert.Equal(decoded, payload is not null);
                Assert.Equal(decoded, error is null);
            }
        }
    }

    [Fact]
    public void ErrorText_OfAHostileBody_DoesNotEchoIt()
    {
        var error = PayloadText.Error($$"""{"logs":[{"timestamp":"{{new string('9', 100_000)}}"}]}""");

        Assert.InRange(error.Length, 1, 300);
    }

    [Fact]
    public void Items_UnderOneLargeMeta_AreWrittenLazily()
    {
        var items = string.Join(',', Enumerable.Repeat("{\"message\":\"m\"}", 100_000));
        var body = Encoding.UTF8.GetBytes($$$$"""{"meta":{"user":{"attributes":{"a":"{{{{new string('x', 1_000_000)}}}}"}}},"logs":[{{{{items}}}}]}""");
        Assert.True(PayloadDecoder.TryDecode(body, out var payload, out _));
        var before = GC.GetTotalAllocatedBytes();
        var lines = new RumPortal.Sandbox.FaroReceiver.Lines.PayloadLines(
            RumPortal.Sandbox.FaroReceiver.LineFormat.Logfmt, new Dictionary<string, string>());

        var first = lines.Of(payload!).First();

        Assert.Equal(100_000, payload!.ItemCount);
        Assert.True(first!.Value.Text.Length > 1_000_000);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 50_000_000);
    }
}
