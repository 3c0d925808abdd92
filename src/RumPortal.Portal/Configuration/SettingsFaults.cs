namespace RumPortal.Portal.Configuration;

/// <summary>
/// Collects what is wrong with the settings, so that a start names every fault at once. Each fault names the full key
/// (<c>Backends:Loki:Url</c>; as an environment variable <c>Backends__Loki__Url</c>) and what would be legal.
/// </summary>
public sealed class SettingsFaults
{
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> All => _faults;

    public void Add(string key, string fault) => _faults.Add($"{key}: {fault}");

    public void AddRange(IEnumerable<string> faults) => _faults.AddRange(faults);

    /// <summary>Refuses keys that nothing reads: a misspelt setting must not be silently ignored.</summary>
    public void RefuseUnknownKeys(IConfigurationSection section, params string[] known)
    {
        foreach (var child in section.GetChildren())
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                Add(child.Path, $"is not a setting. Known here: {string.Join(", ", known)}.");
    }

    public void ThrowIfAny()
    {
        if (_faults.Count > 0) throw new InvalidSettingsException(_faults);
    }
}
