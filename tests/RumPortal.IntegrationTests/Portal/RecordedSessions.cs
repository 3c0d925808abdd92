using System.Text;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Testing.Conformance;

namespace RumPortal.IntegrationTests.Portal;

/// <summary>What the recorded lines say about their sessions, read without any query.</summary>
internal static class RecordedSessions
{
    private static readonly Lazy<ILookup<string, FaroRecord>> Lines = new(Read);

    public static IEnumerable<string> Ids => Lines.Value.Select(session => session.Key);

    /// <summary>The session with the most lines of an app.</summary>
    public static string LongestOf(string app) =>
        Lines.Value.Where(session => session.First().Meta.AppName == app).MaxBy(session => session.Count())!.Key;

    public static IReadOnlyList<FaroRecord> LinesOf(string session) => [.. Lines.Value[session]];

    /// <summary>Ids of the sessions with a line of which this holds, in order.</summary>
    public static IReadOnlyList<string> With(Func<FaroRecord, bool> condition) =>
        [.. Lines.Value.Where(session => session.Any(condition)).Select(session => session.Key).Order(StringComparer.Ordinal)];

    private static ILookup<string, FaroRecord> Read()
    {
        var buffer = new FaroRecordBuffer();
        return KitData.Lines
            .Select(line => buffer.Add(line.Line, line.Nanoseconds, LabelSet.Empty))
            .ToLookup(record => record.Meta.SessionId ?? throw new InvalidDataException($"A line without a session: {record}"));
    }

    /// <summary>The text of a line as it was recorded.</summary>
    public static string TextOf(FaroRecord record) => Encoding.UTF8.GetString(record.Line.Span);
}
