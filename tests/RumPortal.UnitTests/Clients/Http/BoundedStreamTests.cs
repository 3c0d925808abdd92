using RumPortal.Clients.Http;

namespace RumPortal.UnitTests.Clients.Http;

public sealed class BoundedStreamTests
{
    [Fact]
    public async Task Body_UpToTheBound_IsReadWhole()
    {
        await using var body = new BoundedStream(new MemoryStream(new byte[1000]), 1000);
        var whole = new MemoryStream();
        await body.CopyToAsync(whole, TestContext.Current.CancellationToken);

        Assert.Equal(1000, whole.Length);
    }

    [Fact]
    public async Task Body_BeyondTheBound_EndsThere()
    {
        await using var body = new BoundedStream(new MemoryStream(new byte[1001]), 1000);

        await Assert.ThrowsAsync<BodyTooLargeException>(() => body.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }
}
