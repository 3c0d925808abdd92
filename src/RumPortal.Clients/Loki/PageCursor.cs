using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using RumPortal.Domain.Faro;

namespace RumPortal.Clients.Loki;

/// <summary>
/// Where a page ended, so that reading on loses and repeats nothing. Several lines may share the nanosecond at which a page ends, and Loki
/// cannot be asked for "the rest of them": the next page begins with that nanosecond again and leaves out the lines that are known.
/// </summary>
/// <param name="Nanosecond">The time of the page's last line, since 1970 UTC.</param>
/// <param name="Known">Fingerprints of the lines of that time that were handed out, one for each, equal lines as often as they
/// occurred.</param>
public sealed record PageCursor(long Nanosecond, ImmutableArray<ulong> Known)
{
    // More lines than any page has would be no cursor of ours.
    private const int MostKnown = 100_000;

    /// <summary>The cursor behind the first lines of a page, for a reader that stops in its midst.</summary>
    /// <param name="records">The page.</param>
    /// <param name="taken">How many of its lines were taken, at least one.</param>
    /// <param name="before">The cursor with which the page was read.</param>
    public static PageCursor Behind(IReadOnlyList<FaroRecord> records, int taken, PageCursor? before)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(taken);
        var nanosecond = records[taken - 1].ArrivalNanoseconds;
        var known = before?.Nanosecond == nanosecond ? before.Known : [];
        var last = records.Take(taken).Where(record => record.ArrivalNanoseconds == nanosecond);
        return new PageCursor(nanosecond, [.. known, .. last.Select(Fingerprint)]);
    }

    /// <summary>Whether a reader that goes backward had met this line when it came here.</summary>
    public bool HasPassed(FaroRecord record) =>
        record.ArrivalNanoseconds > Nanosecond || (record.ArrivalNanoseconds == Nanosecond && Known.Contains(Fingerprint(record)));

    /// <summary>The text for a URL, which <see cref="TryParse"/> reads back.</summary>
    public override string ToString()
    {
        var bytes = new byte[sizeof(long) * (Known.Length + 1)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Nanosecond);
        for (var i = 0; i < Known.Length; i++) BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(sizeof(long) * (i + 1)), Known[i]);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out PageCursor? cursor)
    {
        cursor = null;
        if (text is null || text.Length > MostKnown * 11 || !Base64Url.IsValid(text, out var length)) return false;
        if (length < sizeof(long) || length % sizeof(long) != 0) return false;
        var bytes = Base64Url.DecodeFromChars(text);
        var nanosecond = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (nanosecond < 0) return false;
        var known = ImmutableArray.CreateBuilder<ulong>((length / sizeof(long)) - 1);
        for (var i = sizeof(long); i < length; i += sizeof(long)) known.Add(BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(i)));
        cursor = new PageCursor(nanosecond, known.DrainToImmutable());
        return true;
    }

    /// <summary>
    /// Tells lines of one nanosecond apart, also in another process later. Cryptographic, because visitors write lines and could otherwise
    /// make one that hides another.
    /// </summary>
    internal static ulong Fingerprint(FaroRecord record)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(record.Labels.ToString()));
        hash.AppendData(record.Line.Span);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return BinaryPrimitives.ReadUInt64BigEndian(digest);
    }
}
