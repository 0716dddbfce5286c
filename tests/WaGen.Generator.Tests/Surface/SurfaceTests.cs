using System.Text;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Tests.Infrastructure;
using WaGen.Generator.Tests.Pipeline;

namespace WaGen.Generator.Tests.Surface;

/// <summary>What users compile against: every change to it is reviewed.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void The_public_surface_of_the_shipped_schemas_is_the_reviewed_one()
    {
        Compilation output = Edits.Shipped.Output;
        var text = new StringBuilder();
        foreach (GeneratedSourceResult file in Edits.Shipped.Result.GeneratedSources.OrderBy(static s => s.HintName, StringComparer.Ordinal))
        {
            var types = PrintedSurface.Types(output, file.SyntaxTree).ToList();
            if (types.Count > 0)
            {
                text.Append(file.HintName).Append('\n');
            }

            foreach (string line in types.SelectMany(PrintedSurface.Describe))
            {
                text.Append(line).Append('\n');
            }
        }

        Snapshot.Verify(text.ToString(), "WhatsApp.surface", "txt");
    }
}
