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
        if (bytes.Length == 0)
        {
            return T.Create(default);
        }

        WebhookDocument? copy = WebhookDocument.CreateDetached(bytes, anyRoot: false, out JsonFault fault);
        return copy is null ? throw new InvalidOperationException("The body was changed while it was processed: " + fault) : copy.BindRoot<T>();
    }
}
