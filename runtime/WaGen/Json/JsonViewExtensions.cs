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
}
