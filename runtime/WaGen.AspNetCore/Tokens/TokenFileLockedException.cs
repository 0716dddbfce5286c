namespace WaGen.AspNetCore;

/// <summary>A file is whole but cannot be decrypted.</summary>
internal sealed class TokenFileLockedException(Exception cause) : Exception("The file cannot be decrypted.", cause);
