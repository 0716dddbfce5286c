using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace WaGen.Cli.Tests;

public sealed class AssemblyTests : IDisposable
{
    private readonly Files _files = new();
    private readonly string _body;

    public AssemblyTests() => _body = _files.Write("body.json", Bodies.Change("tea_updates", """{"pot_id":"pot-1","degrees":80}"""));

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task The_contract_of_a_build_knows_the_fields_of_that_build()
    {
        ToolResult result = await Tool.RunAsync("inspect", "--json", "--assembly", Files.OwnContract, _body, _files.Write("text.json", Bodies.Text("hi")));

        Assert.Equal(0, result.Code);
        JsonElement tea = Assert.Single(result.Json[0].GetProperty("events").EnumerateArray());
        Assert.Equal("OnTeaUpdateAsync", tea.GetProperty("handler").GetString());
        Assert.Equal("pot-1", tea.GetProperty("identity").GetString());
        Assert.Equal(80, result.Json[0].GetProperty("typed").GetProperty("entry[0].changes[0].value.degrees").GetInt32());
        Assert.Equal("UnknownField", Assert.Single(result.Json[1].GetProperty("events").EnumerateArray()).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_contract_can_be_chosen_by_name()
    {
        ToolResult result = await Tool.RunAsync("inspect", "--json", "--assembly", Files.OwnContract, "--contract", "WhatsApp", _body);

        Assert.Equal(0, result.Code);
        (await Tool.RunAsync("inspect", "--assembly", Files.OwnContract, "--contract", "Telegraph", _body)).MustRefuse("one of WhatsApp");
        (await Tool.RunAsync("inspect", "--contract", "WhatsApp", _body)).MustRefuse("--assembly");
    }

    [Fact]
    public async Task A_file_that_is_missing_or_no_assembly_is_refused()
    {
        (await Tool.RunAsync("inspect", "--assembly", Path.Combine(_files.Folder, "App.dll"), _body)).MustRefuse("build your project");
        (await Tool.RunAsync("inspect", "--assembly", _body, _body)).MustRefuse("no .NET assembly");
        (await Tool.RunAsync("inspect", "--assembly", string.Empty, _body)).MustRefuse("There is no file");
    }

    [Fact]
    public async Task An_assembly_without_a_contract_is_refused_and_the_one_that_has_it_is_named()
    {
        (await Tool.RunAsync("inspect", "--assembly", typeof(WebhookContract).Assembly.Location, _body)).MustRefuse("WaGenGenerate");
        (await Tool.RunAsync("inspect", "--assembly", typeof(AssemblyTests).Assembly.Location, _body)).MustRefuse("WaGen.Cli.dll");
    }

    [Fact]
    public async Task An_assembly_of_another_version_is_refused_with_the_version_to_install()
    {
        string other = _files.Write("Other.dll", WithLibraryVersion(await File.ReadAllBytesAsync(Files.OwnContract), major: 9));

        (await Tool.RunAsync("inspect", "--assembly", other, _body)).MustRefuse("dotnet tool update WaGen.Cli --version 9.");
    }

    [Fact]
    public async Task A_contract_that_only_the_attribute_promises_is_refused()
    {
        // The name of the namespace in the attribute is changed; the class keeps its own.
        byte[] image = await File.ReadAllBytesAsync(Files.OwnContract);
        int at = image.AsSpan().LastIndexOf("\u000eWaGen.WhatsApp"u8);
        Assert.True(at > 0);
        image[at + 1] = (byte)'V';

        (await Tool.RunAsync("inspect", "--assembly", _files.Write("Broken.dll", image), _body)).MustRefuse("build it again");
    }

    [Fact]
    public async Task A_contract_that_was_printed_for_another_library_is_refused_when_its_code_runs()
    {
        // A view without the member that its interface asks for, as after a change of the library that kept its version.
        byte[] image = await File.ReadAllBytesAsync(Files.OwnContract);
        int at = image.AsSpan().IndexOf("\0get_IsPresent\0"u8);
        Assert.True(at > 0);
        image[at + 1] = (byte)'G';

        (await Tool.RunAsync("inspect", "--assembly", _files.Write("Stale.dll", image), _body)).MustRefuse("build the project again");
    }

    private static byte[] WithLibraryVersion(byte[] image, ushort major)
    {
        using var reader = new PEReader(new MemoryStream(image));
        MetadataReader metadata = reader.GetMetadataReader();
        AssemblyReferenceHandle handle = metadata.AssemblyReferences.First(reference => metadata.StringComparer.Equals(metadata.GetAssemblyReference(reference).Name, "WaGen"));
        int row = MetadataTokens.GetRowNumber(handle) - 1;
        int offset = reader.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef) + (row * metadata.GetTableRowSize(TableIndex.AssemblyRef));
        BitConverter.TryWriteBytes(image.AsSpan(offset), major);
        return image;
    }
}
