using System.Globalization;

namespace PartnerPortal.Demo;

/// <summary>Writes a line about each step, and counts those that went as expected.</summary>
internal sealed class DemoReport(TextWriter output)
{
    private int _steps;
    private int _asExpected;
    private int _failed;
    private string _letter = string.Empty;

    /// <summary>Gets the exit code: 0 when every step went as expected, otherwise 1.</summary>
    public int ExitCode => _failed == 0 ? 0 : 1;

    /// <summary>Begins a scenario.</summary>
    public void Begin(string letter, string title)
    {
        _letter = letter;
        _steps = 0;
        _asExpected = 0;
        output.WriteLine($"{letter}. {title}");
    }

    /// <summary>Tells of a step.</summary>
    /// <param name="text">What was done, and what came of it.</param>
    /// <param name="isAsExpected">Whether that is what had to come of it.</param>
    public void Step(string text, bool isAsExpected)
    {
        _steps++;
        _asExpected += isAsExpected ? 1 : 0;
        _failed += isAsExpected ? 0 : 1;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {(isAsExpected ? "ok  " : "FAIL")} {_letter}{_steps} {text}"));
    }

    /// <summary>Ends a scenario.</summary>
    public void End() => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {_letter}: {_asExpected} of {_steps} steps as expected"));
}
