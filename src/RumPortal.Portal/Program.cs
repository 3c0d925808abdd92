using RumPortal.Portal;
using RumPortal.Portal.Configuration;
using RumPortal.Storage;

try
{
    var portal = PortalHost.Build(args);
    await portal.RunAsync();
    return 0;
}
catch (InvalidSettingsException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return PortalHost.InvalidSettingsExitCode;
}
catch (StorageException exception)
{
    await Console.Error.WriteLineAsync($"{exception.Message} ({exception.Detail})");
    return PortalHost.InvalidSettingsExitCode;
}
