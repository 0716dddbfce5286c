using System.Globalization;

namespace WaGen.Benchmarks.Ratios;

/// <summary>Prints results as they come, one <c>name value</c> a line.</summary>
internal sealed class RatioReport(TextWriter output)
{
    /// <summary>Prints a ratio.</summary>
    public void Ratio(string name, double value) => Print(name, value.ToString("0.000", CultureInfo.InvariantCulture));

    /// <summary>Prints a number of bytes, files or the like.</summary>
    public void Number(string name, double value) => Print(name, value.ToString("0.###", CultureInfo.InvariantCulture));

    private void Print(string name, string value)
    {
        output.WriteLine($"{name} {value}");
        output.Flush();
    }
}
