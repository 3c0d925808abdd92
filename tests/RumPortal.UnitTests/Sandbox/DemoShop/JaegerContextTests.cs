using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.UnitTests.Sandbox.DemoShop;

public sealed class JaegerContextTests
{
    [Theory]
    [InlineData("5af7651916cd43dd:b7ad6b7169203331:0:1", "00-00000000000000005af7651916cd43dd-b7ad6b7169203331-01")]
    [InlineData("0AF7651916CD43DD8448EB211C80319C:B7AD6B7169203331:1:0", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00")]
    [InlineData("a:b:0:3", "00-0000000000000000000000000000000a-000000000000000b-01")]
    public void Read_ValidHeader_IsTheSameContext(string header, string traceparent)
    {
        var context = JaegerContext.Read(new HeaderDictionary { ["uber-trace-id"] = header });

        Assert.Equal((traceparent, true), (W3CContext.Text(context), context.IsRemote));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5af7651916cd43dd")]
    [InlineData("5af7651916cd43dd:b7ad6b7169203331:0")]
    [InlineData("5af7651916cd43dd:b7ad6b7169203331:0:1:2")]
    [InlineData("0:b7ad6b7169203331:0:1")]
    [InlineData("5af7651916cd43dd:0:0:1")]
    [InlineData("xyz:b7ad6b7169203331:0:1")]
    [InlineData("5af7651916cd43dd:b7ad6b7169203331:0:zz")]
    [InlineData("00af7651916cd43dd8448eb211c80319c:b7ad6b7169203331:0:1")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]
    public void Read_AnythingElse_IsNoContext(string header)
    {
        Assert.Equal(default, JaegerContext.Read(new HeaderDictionary { ["uber-trace-id"] = header }));
    }

    [Fact]
    public void Write_ContextOf64Bits_IsReadBackAndHasNoLeadingZeros()
    {
        var context = new ActivityContext(JaegerContext.NewTraceId(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        using var request = new HttpRequestMessage();

        JaegerContext.Write(request.Headers, context);

        var header = request.Headers.GetValues("uber-trace-id").Single();
        Assert.InRange(header.Split(':')[0].Length, 1, 16);
        Assert.Equal(W3CContext.Text(context), W3CContext.Text(JaegerContext.Read(new HeaderDictionary { ["uber-trace-id"] = header })));
    }
}
