using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WaGen;
using WaGen.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps tokens of customers in files.</summary>
public static class WhatsAppClientBuilderTokenExtensions
{
    /// <summary>Keeps the tokens of customers in a directory, each in a file of its own that ASP.NET Core Data Protection encrypts.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="directory">The directory; it is made when it is missing, readable for this user alone. Several processes may share it.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException"><paramref name="directory"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">The client has another token store.</exception>
    /// <remarks>
    /// Tokens can be read as long as the keys of Data Protection are there: keep these where later starts and other instances find them
    /// (<c>AddDataProtection().PersistKeysToFileSystem(...).SetApplicationName(...)</c>). When they are missing, finding a token fails with an
    /// <see cref="InvalidOperationException"/> that says so. A file that is damaged is logged as a warning and passed over.
    /// </remarks>
    public static WhatsAppClientBuilder KeepTokensInFiles(this WhatsAppClientBuilder builder, string directory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        string path = Path.GetFullPath(directory);
        builder.Services.AddDataProtection();
        return builder.UseTokenStore(services => new FileTokenStore(
            path,
            services.GetRequiredService<IDataProtectionProvider>(),
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            services.GetService<ILoggerFactory>()?.CreateLogger<WhatsAppClient>() ?? NullLogger<WhatsAppClient>.Instance));
    }
}
