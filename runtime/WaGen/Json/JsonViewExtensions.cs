using System.Text.Json;
using WaGen.Runtime;

namespace WaGen;

/// <summary>What can be done with the view of any object.</summary>
public static class JsonViewExtensions
{
    /// <summary>Copies an object into memory of its own, which outlives the handler. An event has a method of the same name, which copies its context as well.</summary>
    /// <typeparam name="T">The view of the object.</typeparam>
    /// <param name="view">The object.</param>
    /// <returns>The same members over the copy; absent when the view is.</returns>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public static T Detach<T>(this T view)
        where T : struct, IJsonView<T>
    {
        byte[] bytes = view.Json.ToArray();
        return bytes.Length == 0 ? T.Create(default) : WebhookDocument.OfCopy(bytes).BindRoot<T>();
    }

    /// <summary>Writes the typed members that were received, under the names and in the forms of the wire.</summary>
    /// <remarks>Members that the schema does not list and values that do not fit are left out.</remarks>
    /// <typeparam name="T">The view of the object.</typeparam>
    /// <param name="view">The object.</param>
    /// <param name="writer">Takes an object, or null when the view is absent.</param>
    /// <exception cref="ObjectDisposedException">The body was already processed.</exception>
    public static void WriteTo<T>(this T view, Utf8JsonWriter writer)
        where T : struct, IJsonView<T>
    {
        ArgumentNullException.ThrowIfNull(writer);

        // A copy, because a walk needs a document of its own, and because the body may be given back meanwhile.
        byte[] bytes = view.Json.ToArray();
        if (bytes.Length == 0)
        {
            writer.WriteNullValue();
            return;
        }

        WebhookDocument copy = WebhookDocument.OfCopy(bytes);
        new ViewWriter(copy, writer).Visit<T>(T.Bind(copy.Binder, 0));
    }
}
