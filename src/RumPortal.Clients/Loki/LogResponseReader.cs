using System.Buffers;
using RumPortal.Clients.Http;

namespace RumPortal.Clients.Loki;

/// <summary>
/// Feeds a body to a <see cref="LogResponseParser"/> through one buffer, which grows only as far as a single long line needs.
/// </summary>
internal static class LogResponseReader
{
    private const int FirstBuffer = 64 * 1024;

    // A line of Loki's default maximum takes 400 kB when escaped; operators who raise that still are far below this.
    private const int LargestBuffer = 8 * 1024 * 1024;

    public static async Task ReadAsync(Stream body, LogResponseParser parser, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var filled = 0;
            var wanted = 1;
            while (true)
            {
                var room = buffer.AsMemory(filled);
                var read = await body.ReadAtLeastAsync(room, Math.Min(wanted, room.Length), throwOnEndOfStream: false, cancellation);
                filled += read;
                var used = parser.Parse(buffer.AsSpan(0, filled), isFinal: read == 0);
                if (read == 0) return;
                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
                if (filled == buffer.Length) buffer = Grow(buffer);
                // A text that did not fit is read on in strides of its own length, or its beginning would be scanned again for every
                // packet.
                wanted = used == 0 ? Math.Max(1, filled) : 1;
            }
        }
        finally
        {
            // Lines are personal; the pool is shared with the whole process.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        if (buffer.Length >= LargestBuffer) throw new BodyTooLargeException("a line", LargestBuffer);
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return larger;
    }
}
