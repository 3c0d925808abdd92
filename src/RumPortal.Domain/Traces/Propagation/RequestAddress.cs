using System.Diagnostics.CodeAnalysis;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>The parts of a called address that propagation is judged by. Query and fragment are left out: they hold searches and tokens.</summary>
/// <param name="Origin">Scheme, host and a port that is not the scheme's own, as in <c>https://api.example.test</c> or <c>http://127.0.0.1:5091</c>.</param>
/// <param name="Host">Lower case, without a port.</param>
/// <param name="Path">Begins with a slash, escaped as browsers send it.</param>
public sealed record RequestAddress(string Origin, string Host, string Path)
{
    /// <summary>Servers refuse longer addresses; what is longer here was never sent.</summary>
    private const int Longest = 8192;

    /// <summary>Reads an absolute http or https address; false for anything else.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RequestAddress? address)
    {
        address = null;
        if (text is null || text.Length > Longest || !Uri.TryCreate(text, UriKind.Absolute, out var uri)) return false;
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps || uri.Host.Length == 0) return false;
        var port = uri.IsDefaultPort ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $":{uri.Port}");
        address = new RequestAddress($"{uri.Scheme}://{uri.Host}{port}", uri.Host, uri.AbsolutePath);
        return true;
    }

    /// <summary>The path of an address or of a request target such as <c>/cart/items?page=2</c>, in the spelling of <see cref="Path"/>; null for none.</summary>
    public static string? PathOf(string? target)
    {
        if (string.IsNullOrEmpty(target) || target.Length > Longest) return null;
        if (target[0] != '/') return TryParse(target, out var absolute) ? absolute.Path : null;
        // Behind a host that does not matter, two slashes would be read as one.
        return TryParse("http://host.invalid" + target, out var relative) ? relative.Path : null;
    }
}
