namespace RumPortal.Portal.Configuration;

/// <summary>The portal cannot start: the message holds one line per fault.</summary>
public sealed class InvalidSettingsException(IReadOnlyList<string> faults)
    : Exception("The settings are not valid:" + string.Concat(faults.Select(fault => $"{Environment.NewLine}  {fault}")))
{
    public IReadOnlyList<string> Faults => faults;
}
