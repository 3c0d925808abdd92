namespace RumPortal.Portal.Configuration;

/// <summary>The folder for what outlives a restart, as an absolute path; it exists.</summary>
public sealed class StateFolder
{
    private StateFolder(string path) => Path = path;

    public string Path { get; }

    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>Creates the folder, readable by its owner alone; a folder that cannot be made is a fault of the settings.</summary>
    public static StateFolder Create(StorageOptions options, string contentRoot, SettingsFaults faults)
    {
        var folder = new StateFolder(System.IO.Path.GetFullPath(options.StateFolder, contentRoot));
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder.Keys);
            else Directory.CreateDirectory(folder.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{StorageOptions.Section}:{nameof(StorageOptions.StateFolder)}", $"the folder '{folder.Path}' cannot be made: {exception.Message}");
        }
        return folder;
    }
}
