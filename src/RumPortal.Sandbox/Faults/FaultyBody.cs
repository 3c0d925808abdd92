namespace RumPortal.Sandbox.Faults;

/// <summary>A response body that swallows everything behind a limit, or lets only so many bytes a second through.</summary>
internal sealed class FaultyBody(Stream inner, long? limit, int? bytesPerSecond, TimeProvider clock) : Stream
{
    private const int DripsPerSecond = 10;

    private long _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (limit is { } bytes) buffer = buffer[..(int)Math.Clamp(bytes - _written, 0, buffer.Length)];
        _written += buffer.Length;
        if (bytesPerSecond is null)
        {
            await inner.WriteAsync(buffer, cancellationToken);
            return;
        }

        var drip = Math.Max(1, bytesPerSecond.Value / DripsPerSecond);
        var pause = TimeSpan.FromSeconds(drip / (double)bytesPerSecond.Value);
        for (; !buffer.IsEmpty; buffer = buffer[Math.Min(drip, buffer.Length)..])
        {
            await inner.WriteAsync(buffer[..Math.Min(drip, buffer.Length)], cancellationToken);
            await inner.FlushAsync(cancellationToken);
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Responses are written asynchronously.");

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
