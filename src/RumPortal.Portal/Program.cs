using RumPortal.Portal;
using RumPortal.Portal.Configuration;

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
