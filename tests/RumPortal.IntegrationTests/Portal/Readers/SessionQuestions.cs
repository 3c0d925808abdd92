using RumPortal.Clients.Loki;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Readers;

/// <summary>Questions about sessions in the form of an address, and lists read to their end.</summary>
internal static class SessionQuestions
{
    public static SessionQuestion About(VisitedApp app, params IEnumerable<string> filters) => About(app.Name, filters);

    public static SessionQuestion About(string? app, params IEnumerable<string> filters) => new(PortalReaders.Range, app, null, [.. filters.Select(Parsed)]);

    /// <summary>All sessions of an app, page after page, each page in full but the last.</summary>
    public static Task<List<SessionRow>> ReadAllAsync(this PortalReaders readers, VisitedApp app, SessionQuestion question, int pageSize) =>
        readers.ReadAllAsync(Viewers.Unmasking(app.Name), question, pageSize);

    public static async Task<List<SessionRow>> ReadAllAsync(this PortalReaders readers, ViewerScope viewer, SessionQuestion question, int pageSize)
    {
        var (rows, next) = (new List<SessionRow>(), (PageCursor?)null);
        do
        {
            var answer = await readers.Get<SessionListReader>().ReadAsync(viewer, question, next, pageSize, TestContext.Current.CancellationToken);
            Assert.Null(answer.CutShort);
            Assert.InRange(answer.Value.Sessions.Length, 0, pageSize);
            rows.AddRange(answer.Value.Sessions);
            // Through the text, as an address carries it.
            next = answer.Value.Next is { } cursor && PageCursor.TryParse(cursor.ToString(), out var read) ? read : null;
            Assert.True(rows.Count < 1_000, "The pages never end.");
        }
        while (next is not null);
        return rows;
    }

    private static MetadataFilter Parsed(string text) => MetadataFilter.TryParse(text, out var filter, out var fault) ? filter : throw new ArgumentException(fault);
}
