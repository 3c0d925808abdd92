using System.Globalization;
using RumPortal.Sandbox.Visitors.Story;

namespace RumPortal.Sandbox.Visitors.Sessions;

/// <summary>One page that a visitor looks at.</summary>
internal sealed record Page(PageTemplate Template, string Argument, Uri Url)
{
    public static Page Open(AppProfile app, PageTemplate template, SeededRandom random)
    {
        var argument = template.Arguments.Length == 0 ? "" : random.Pick(template.Arguments);
        return new Page(template, argument, new Uri(app.Origin, string.Format(CultureInfo.InvariantCulture, template.Path, argument)));
    }

    /// <summary>The URL of a request made from this page.</summary>
    public Uri Resolve(ApiCall call) => new(string.Format(CultureInfo.InvariantCulture, call.Url, Argument));
}
