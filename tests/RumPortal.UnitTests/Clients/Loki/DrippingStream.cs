namespace RumPortal.UnitTests.Clients.Loki;

/// <summary>A body that arrives in packets.</summary>
internal sealed class DrippingStream(byte[] body, int packet) : MemoryStream(body)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, packet)], cancellationToken);
}
