using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using WaGen.Runtime;

namespace WaGen.Cli.Contracts;

/// <summary>What the metadata of an assembly says, read without loading it.</summary>
internal sealed record AssemblyFacts
{
    private const int Arguments = 5;

    /// <summary>Gets the contracts that were printed into the assembly.</summary>
    public required IReadOnlyList<PrintedContract> Contracts { get; init; }

    /// <summary>Gets the version of the library that the assembly was built with; null when it does not use it.</summary>
    public required Version? LibraryVersion { get; init; }

    /// <summary>Gets the names of the assemblies that it references.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>Reads a file.</summary>
    /// <returns>The facts; null when the file is no .NET assembly.</returns>
    public static AssemblyFacts? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var image = new PEReader(file);
            if (!image.HasMetadata || image.GetMetadataReader() is not { IsAssembly: true } metadata)
            {
                return null;
            }

            AssemblyReference[] references = [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)];
            return new AssemblyFacts
            {
                Contracts = [.. metadata.GetAssemblyDefinition().GetCustomAttributes().Select(handle => Printed(metadata, handle)).OfType<PrintedContract>()],
                References = [.. references.Select(reference => metadata.GetString(reference.Name))],
                LibraryVersion = references.Where(reference => metadata.StringComparer.Equals(reference.Name, LibraryName)).Select(static reference => reference.Version).FirstOrDefault(),
            };
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    /// <summary>Gets the name of the library.</summary>
    public static string LibraryName { get; } = typeof(WebhookContract).Assembly.GetName().Name!;

    private static PrintedContract? Printed(MetadataReader metadata, CustomAttributeHandle handle)
    {
        CustomAttribute attribute = metadata.GetCustomAttribute(handle);
        if (attribute.Constructor.Kind != HandleKind.MemberReference
            || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent)
        {
            return null;
        }

        TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        if (!metadata.StringComparer.Equals(type.Name, nameof(WebhookContractPrintedAttribute))
            || !metadata.StringComparer.Equals(type.Namespace, typeof(WebhookContractPrintedAttribute).Namespace!))
        {
            return null;
        }

        // The blob starts with a mark of two bytes; then come the arguments, which are all strings.
        BlobReader blob = metadata.GetBlobReader(attribute.Value);
        blob.ReadUInt16();
        string?[] values = new string?[Arguments];
        for (int i = 0; i < Arguments; i++)
        {
            values[i] = blob.ReadSerializedString();
        }

        return new PrintedContract(values[0] ?? string.Empty, values[1] ?? string.Empty, values[2] ?? string.Empty);
    }
}
