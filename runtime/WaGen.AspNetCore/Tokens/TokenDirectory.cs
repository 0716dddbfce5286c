using Microsoft.Extensions.Logging;

namespace WaGen.AspNetCore;

/// <summary>The files of a directory and what they hold. One caller at a time.</summary>
internal sealed class TokenDirectory(string path, TokenFileFormat format, TimeProvider time, ILogger logger)
{
    private const string Extension = ".token";
    private const string TemporaryExtension = ".tmp";
    private const int LargestFile = 256 * 1024;

    // Two changes within one tick of the file system's clock have the same time, so a directory that changed just now is looked at again.
    private static readonly TimeSpan ClockTick = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, TokenFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TokenFile> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TokenFile> _others = new(StringComparer.Ordinal);
    // A key that was missing may be there later: Data Protection reads its keys again from time to time.
    private static readonly TimeSpan RetryTime = TimeSpan.FromMinutes(1);

    private DateTime _seen;
    private DateTime _retryAt;
    private DateTime _seenAt;
    private long _lastOrder;
    private int _locked;

    /// <summary>Reads what changed since the last time.</summary>
    /// <exception cref="IOException">The directory cannot be read.</exception>
    public void Refresh()
    {
        if (!Directory.Exists(path))
        {
            CreateDirectory();
        }

        DateTime changed = Directory.GetLastWriteTimeUtc(path);
        DateTime now = TimeProvider.System.GetUtcNow().UtcDateTime;
        bool retries = _locked > 0 && now >= _retryAt;
        if (changed == _seen && changed < _seenAt - ClockTick && !retries)
        {
            return;
        }

        if (retries)
        {
            _retryAt = now + RetryTime;
            foreach (string name in _files.Values.Where(static file => file.State == TokenFileState.Locked).Select(static file => file.Name).ToArray())
            {
                _files.Remove(name);
            }
        }

        // Both are taken before reading: what changes meanwhile is seen the next time.
        _seenAt = now;
        _seen = changed;
        var gone = new HashSet<string>(_files.Keys, StringComparer.Ordinal);
        foreach (FileInfo file in new DirectoryInfo(path).EnumerateFiles("*" + Extension))
        {
            gone.Remove(file.Name);
            Read(file);
        }

        foreach (string name in gone)
        {
            _files.Remove(name);
        }

        BuildIndex();
    }

    public StoredToken? Find(string id) => (_accounts.GetValueOrDefault(id) ?? _others.GetValueOrDefault(id))?.Content!.Token;

    public IReadOnlyList<StoredToken> List() => [.. _accounts.Values.Select(static file => file.Content!.Token)];

    /// <exception cref="InvalidOperationException">A file cannot be decrypted, so nobody knows whose token is in it.</exception>
    public void ThrowIfLocked()
    {
        if (_locked > 0)
        {
            throw new InvalidOperationException(
                $"{_locked} of the files with tokens cannot be decrypted, because the keys of ASP.NET Core Data Protection that encrypted them are not there. " +
                "Keep the keys where all instances and later starts find them (PersistKeysToFileSystem and its like), and give all of them the same SetApplicationName.");
        }
    }

    public void Save(StoredToken token)
    {
        _lastOrder = Math.Max(_lastOrder + 1, time.GetUtcNow().UtcTicks);
        byte[] bytes = format.Write(new TokenFileContent(token, _lastOrder));
        string[] former = FilesOf(token.WabaId);
        string name = former.Length > 0 ? former[0] : Guid.NewGuid().ToString("N") + Extension;
        Replace(name, bytes);
        _files[name] = new TokenFile(name, default, bytes.Length) { Content = new TokenFileContent(token, _lastOrder) };
        Delete(former.Skip(1));
        BuildIndex();
    }

    public bool Remove(string wabaId)
    {
        string[] files = FilesOf(wabaId);
        Delete(files);
        BuildIndex();
        return files.Length > 0;
    }

    // There are several only when two processes saved the first token of an account at the same time.
    private string[] FilesOf(string wabaId) =>
        [.. _files.Values.Where(file => file.Content?.Token.WabaId == wabaId).OrderByDescending(static file => file.Content!.Order).Select(static file => file.Name)];

    private void Read(FileInfo info)
    {
        TokenFile? file = null;
        try
        {
            file = new TokenFile(info.Name, info.LastWriteTimeUtc, info.Length);
            if (_files.TryGetValue(info.Name, out TokenFile? known) && known.Changed == file.Changed && known.Length == file.Length)
            {
                return;
            }

            file.Content = file.Length > LargestFile ? null : format.Read(File.ReadAllBytes(info.FullName));
            file.State = file.Content is null ? TokenFileState.Foreign : TokenFileState.Readable;
        }
        catch (FileNotFoundException)
        {
            // Somebody removed it after it was listed.
            _files.Remove(info.Name);
            return;
        }
        catch (TokenFileLockedException exception)
        {
            file!.State = TokenFileState.Locked;
            logger.TokenFileLocked(info.Name, exception.InnerException!.GetType().Name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Unlike a missing key this may pass, so the file is tried again the next time.
            file = new TokenFile(info.Name, default, 0) { State = TokenFileState.Locked };
            _seen = default;
            logger.TokenFileLocked(info.Name, exception.GetType().Name);
        }

        if (file.State == TokenFileState.Foreign)
        {
            logger.TokenFileForeign(info.Name);
        }

        _files[info.Name] = file;
    }

    private void BuildIndex()
    {
        _accounts.Clear();
        _others.Clear();
        _locked = _files.Values.Count(static file => file.State == TokenFileState.Locked);
        foreach (TokenFile file in _files.Values.Where(static file => file.Content is not null).OrderBy(static file => file.Content!.Order))
        {
            StoredToken token = file.Content!.Token;
            _lastOrder = Math.Max(_lastOrder, file.Content.Order);
            _accounts[token.WabaId] = file;
            foreach (string id in token.PhoneNumberIds.Concat(token.BusinessId is { } business ? [business] : []))
            {
                _others[id] = file;
            }
        }
    }

    private void Replace(string name, byte[] bytes)
    {
        // A file is complete under its name or it is not there: the other name is taken away when something fails.
        string temporary = Path.Combine(path, Guid.NewGuid().ToString("N") + TemporaryExtension);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path.Combine(path, name), overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private void Delete(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            File.Delete(Path.Combine(path, name));
            _files.Remove(name);
        }
    }

    private void CreateDirectory()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
