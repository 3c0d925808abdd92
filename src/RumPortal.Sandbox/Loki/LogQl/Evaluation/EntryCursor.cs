using RumPortal.Sandbox.Loki.Store;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>Walks the entries of one stream forwards or backwards.</summary>
internal sealed class EntryCursor(LogStream stream, IReadOnlyList<ArraySegment<LogEntry>> segments, bool forward)
{
    private int _segment = forward ? 0 : segments.Count - 1;
    private int _index = -1;

    public LogStream Stream => stream;

    public LogEntry Current => segments[_segment][forward ? _index : segments[_segment].Count - 1 - _index];

    public bool MoveNext()
    {
        while (_segment >= 0 && _segment < segments.Count)
        {
            if (++_index < segments[_segment].Count) return true;
            _segment += forward ? 1 : -1;
            _index = -1;
        }

        return false;
    }
}
