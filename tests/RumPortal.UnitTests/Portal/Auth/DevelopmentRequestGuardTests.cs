using System.Net;
using Microsoft.AspNetCore.Http;
using RumPortal.Portal.Auth;

namespace RumPortal.UnitTests.Portal.Auth;

public sealed class DevelopmentRequestGuardTests
{
    [Theory]
    [InlineData("127.0.0.1", null)]
    [InlineData("127.9.9.9", null)]
    [InlineData("::1", null)]
    [InlineData("::ffff:127.0.0.1", null)]
    [InlineData("192.168.0.7", "it does not come from this machine")]
    [InlineData("::ffff:10.0.0.1", "it does not come from this machine")]
    [InlineData("0.0.0.0", "it does not come from this machine")]
    public void FaultOf_ARemoteAddress_LetsTheLoopbackIn(string address, string? fault) =>
        Assert.Equal(fault, DevelopmentRequestGuard.FaultOf(Request(address: address)));

    [Theory]
    [InlineData("localhost:5080", null)]
    [InlineData("LOCALHOST", null)]
    [InlineData("127.0.0.1:1", null)]
    [InlineData("[::1]:5080", null)]
    [InlineData("", "its Host is '', not localhost, 127.0.0.1 or [::1]")]
    [InlineData("evil.example", "its Host is 'evil.example', not localhost, 127.0.0.1 or [::1]")]
    [InlineData("localhost.evil.example:5080", "its Host is 'localhost.evil.example', not localhost, 127.0.0.1 or [::1]")]
    [InlineData("127.0.0.1.nip.io", "its Host is '127.0.0.1.nip.io', not localhost, 127.0.0.1 or [::1]")]
    [InlineData("localhost.", "its Host is 'localhost.', not localhost, 127.0.0.1 or [::1]")]
    [InlineData("127.0.0.2", "its Host is '127.0.0.2', not localhost, 127.0.0.1 or [::1]")]
    [InlineData("0x7f000001", "its Host is '0x7f000001', not localhost, 127.0.0.1 or [::1]")]
    public void FaultOf_AHost_IsForThisMachinesNamesOnly(string host, string? fault) => Assert.Equal(fault, DevelopmentRequestGuard.FaultOf(Request(host)));

    [Theory]
    [InlineData("Forwarded", "for=1.2.3.4")]
    [InlineData("X-Forwarded-For", "1.2.3.4")]
    [InlineData("x-forwarded-host", "portal.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Prefix", "/x")]
    [InlineData("X-Original-URL", "/x")]
    [InlineData("X-Original-Host", "x")]
    [InlineData("X-Real-IP", "")]
    [InlineData("Via", "1.1 proxy")]
    public void FaultOf_AForwardedRequest_NamesTheHeader(string header, string value)
    {
        var fault = DevelopmentRequestGuard.FaultOf(Request(headers: (header, value)));

        Assert.Equal($"it carries the header {header}, so it came through a proxy", fault, ignoreCase: true);
    }

    [Theory]
    [InlineData("http://localhost:5080", null)]
    [InlineData("https://localhost:5080", "its Origin is 'https://localhost:5080'")]
    [InlineData("http://localhost:5090", "its Origin is 'http://localhost:5090'")]
    [InlineData("http://127.0.0.1:5080", "its Origin is 'http://127.0.0.1:5080'")]
    [InlineData("http://localhost:5080.evil.example", "its Origin is 'http://localhost:5080.evil.example'")]
    [InlineData("null", "its Origin is 'null'")]
    public void FaultOf_AnOrigin_IsForThePortalsOwn(string origin, string? fault) =>
        Assert.Equal(fault, DevelopmentRequestGuard.FaultOf(Request(headers: ("Origin", origin))));

    [Theory]
    [InlineData("none", null)]
    [InlineData("same-origin", null)]
    [InlineData("same-site", "it was made by another site's page (Sec-Fetch-Site: same-site)")]
    [InlineData("cross-site", "it was made by another site's page (Sec-Fetch-Site: cross-site)")]
    public void FaultOf_AFetchSite_IsForThePortalsOwnPages(string site, string? fault) =>
        Assert.Equal(fault, DevelopmentRequestGuard.FaultOf(Request(headers: ("Sec-Fetch-Site", site))));

    private static DefaultHttpContext Request(string host = "localhost:5080", string address = "127.0.0.1", params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        context.Request.Scheme = "http";
        context.Request.Host = new HostString(host);
        foreach (var (name, value) in headers) context.Request.Headers[name] = value;
        return context;
    }
}
