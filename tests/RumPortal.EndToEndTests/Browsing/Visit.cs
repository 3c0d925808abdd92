using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace RumPortal.EndToEndTests.Browsing;

/// <summary>One browser profile with a page, and what went wrong in it that no user should ever meet.</summary>
public sealed class Visit
{
    private readonly IBrowserContext _context;
    private readonly VisitOptions _options;
    private readonly ConcurrentQueue<string> _alarms = new();

    internal Visit(IBrowserContext context, IPage page, VisitOptions options)
    {
        (_context, Page, _options) = (context, page, options);
        // On the context, so that pages which the first one opens are watched too.
        context.Request += (_, request) => NoteForeign(request);
        if (options.ExpectsErrors) return;
        context.Console += (_, message) => NoteError(message);
        context.WebError += (_, error) => _alarms.Enqueue($"script error: {error.Error}");
    }

    public IPage Page { get; }

    /// <summary>Script errors, errors in the console (violations of the content policy are such), and requests to foreign hosts.</summary>
    public IReadOnlyList<string> Alarms => [.. _alarms];

    public Task AllowClipboardAsync() => _context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

    /// <param name="evidence">Where to leave the trace and a picture of each page, without an extension; null to leave none.</param>
    public async Task EndAsync(string? evidence)
    {
        if (evidence is not null)
        {
            for (var i = 0; i < _context.Pages.Count; i++) await _context.Pages[i].ScreenshotAsync(new() { Path = $"{evidence}-{i}.png" });
        }
        await _context.Tracing.StopAsync(new() { Path = evidence is null ? null : $"{evidence}.zip" });
        await _context.DisposeAsync();
    }

    private void NoteError(IConsoleMessage message)
    {
        if (message.Type == "error") _alarms.Enqueue($"console: {message.Text} ({message.Location})");
    }

    private void NoteForeign(IRequest request)
    {
        var url = new Uri(request.Url);
        if (url.Scheme is "data" or "blob" or "about") return;
        if (!_options.Partners.Append(_options.Site).Any(site => site.Authority == url.Authority)) _alarms.Enqueue($"foreign request: {request.Url}");
    }
}
