using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Hybrid;

namespace RumPortal.Portal.Features;

/// <summary>
/// Keeps immutable values in the cache as they are. HybridCache writes every value, even one that stays in the process, as JSON to learn its
/// size: it fails at numbers that JSON does not have, such as NaN, and does not keep what is larger than a megabyte.
/// </summary>
internal sealed class InProcessSerializer : IHybridCacheSerializerFactory
{
    public bool TryCreateSerializer<T>([NotNullWhen(true)] out IHybridCacheSerializer<T>? serializer)
    {
        var isImmutable = typeof(T).IsSealed && Attribute.GetCustomAttribute(typeof(T), typeof(ImmutableObjectAttribute)) is ImmutableObjectAttribute { Immutable: true };
        serializer = isImmutable ? new Nothing<T>() : null;
        return isImmutable;
    }

    private sealed class Nothing<T> : IHybridCacheSerializer<T>
    {
        public void Serialize(T value, IBufferWriter<byte> target)
        {
        }

        public T Deserialize(ReadOnlySequence<byte> source) => throw new NotSupportedException($"A {typeof(T).Name} never leaves the process.");
    }
}
