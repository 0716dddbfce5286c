using Microsoft.Extensions.Logging;

namespace WaGen.AspNetCore;

/// <summary>What the store of tokens logs. Names of files are random and tell nothing.</summary>
internal static partial class TokenLog
{
    [LoggerMessage(301, LogLevel.Warning, "The file {File} in the directory of tokens is damaged or no token; it is passed over")]
    public static partial void TokenFileForeign(this ILogger logger, string file);

    [LoggerMessage(302, LogLevel.Error, "The file {File} in the directory of tokens cannot be opened or decrypted ({Failure}): rights or keys of Data Protection are missing")]
    public static partial void TokenFileLocked(this ILogger logger, string file, string failure);
}
