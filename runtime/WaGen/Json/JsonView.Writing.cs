using System.Text;
using System.Text.Json;

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

    /// <summary>Writes what the typed members hold.</summary>
    /// <typeparam name="T">The view of the object.</typeparam>
    /// <param name="writer">Takes an object, or null when this view is absent.</param>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public void WriteTo<T>(Utf8JsonWriter writer)
        where T : struct, IJsonView<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (_document is null)
        {
            writer.WriteNullValue();
            return;
        }

        // A copy, because a walk needs a document of its own, and because the body may be given back meanwhile.
        byte[] bytes = _document.ReadCopy(_version, ReadAt(WebhookDocument.BlockNode));
        WebhookDocument copy = WebhookDocument.OfCopy(bytes);
        new ViewWriter(copy, writer).Visit<T>(T.Bind(copy.Binder, 0));
    }
}
