using System.Text;

namespace WaGen.Runtime;

public readonly partial struct JsonView
{
    private const int DebugTextBytes = 240;

    /// <summary>Gets the object as a debugger shows it: the start of its JSON. Never throws. Not for logs: it holds what was received.</summary>
    public string DebugText
    {
        get
        {
            if (_document is null)
            {
                return "(absent)";
            }

            try
            {
                ReadOnlySpan<byte> json = Json.Utf8;
                string text = json.Length <= DebugTextBytes ? Encoding.UTF8.GetString(json) : Encoding.UTF8.GetString(json[..DebugTextBytes]).TrimEnd('\uFFFD') + "...";
                EnsureCurrent();
                return text;
            }
            catch (ObjectDisposedException)
            {
                return "(late: the body was processed and its memory reused)";
            }
        }
    }
}
