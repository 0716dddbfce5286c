namespace WaGen.Cli.Inspect;

/// <summary>Finds the files that arguments mean.</summary>
internal static class InputFiles
{
    /// <summary>Expands folders.</summary>
    /// <exception cref="ToolException">An argument means nothing.</exception>
    public static IReadOnlyList<InputFile> Find(IReadOnlyList<string> arguments)
    {
        var files = new List<InputFile>();
        bool standardInput = false;
        foreach (string argument in arguments)
        {
            if (argument == InputFile.StandardInput)
            {
                if (standardInput)
                {
                    throw new ToolException("Standard input can be read once only: give - one time.");
                }

                standardInput = true;
                files.Add(new InputFile(argument));
            }
            else if (Directory.Exists(argument))
            {
                int before = files.Count;
                AddFolder(argument, files);
                if (files.Count == before)
                {
                    throw new ToolException($"The folder '{argument}' holds no file whose name ends in .json: name the files themselves.");
                }
            }
            else if (File.Exists(argument))
            {
                files.Add(new InputFile(argument));
            }
            else
            {
                throw new ToolException(argument switch
                {
                    "" => "The name of a file is empty: give a file, a folder or - for standard input.",
                    ['-', ..] => $"There is neither a file or folder nor an option '{argument}': '--help' shows the options.",
                    _ => $"There is no file or folder '{argument}': check the path.",
                });
            }
        }

        return files;
    }

    private static void AddFolder(string folder, List<InputFile> files)
    {
        string[] names;
        string[] folders;
        try
        {
            names = Directory.GetFiles(folder);
            folders = Directory.GetDirectories(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            files.Add(new InputFile(folder, $"The folder cannot be listed ({problem.GetType().Name}): check your permissions."));
            return;
        }

        foreach (string name in names.Where(static name => name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            files.Add(new InputFile(name));
        }

        // A link to a folder can lead back to where it stands.
        foreach (string inner in folders.Where(static inner => new DirectoryInfo(inner).LinkTarget is null).Order(StringComparer.Ordinal))
        {
            AddFolder(inner, files);
        }
    }
}
