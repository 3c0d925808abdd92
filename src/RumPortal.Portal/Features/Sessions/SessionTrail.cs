namespace RumPortal.Portal.Features.Sessions;

/// <summary>The list that a viewer looked at last in this circuit, so that a session's page can lead on to its neighbours.</summary>
public sealed class SessionTrail
{
    private const int Longest = 1000;

    private List<(string App, string Id)> _sessions = [];

    public void Remember(IEnumerable<(string App, string Id)> sessions) => _sessions = sessions.Take(Longest).ToList();

    /// <summary>Where a session stands in the list, or null when it is not in it.</summary>
    public TrailPosition? Find(string app, string id)
    {
        for (var i = 0; i < _sessions.Count; i++)
            if (_sessions[i] == (app, id))
                return new TrailPosition(i + 1, _sessions.Count, i > 0 ? _sessions[i - 1] : null, i + 1 < _sessions.Count ? _sessions[i + 1] : null);
        return null;
    }
}
