using System.Globalization;
using RumPortal.Sandbox.Http;

namespace RumPortal.Sandbox.Tempo.Api;

/// <summary>A trace id in a path: up to 32 hex digits of any case, padded on the left.</summary>
internal static class TraceIdParameter
{
    private const int MaxDigits = 32;

    /// <exception cref="BadRequestException">In Tempo's words.</exception>
    public static UInt128 Read(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiHexDigit(text[i])) continue;
            throw new BadRequestException(string.Create(CultureInfo.InvariantCulture, $"trace IDs can only contain hex characters: invalid character '{text[i]}' at position {i + 1}"));
        }

        if (text.Length > MaxDigits) throw new BadRequestException("trace IDs can't be larger than 128 bits");
        return UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id) ? id : throw new BadRequestException("please provide a traceID");
    }
}
