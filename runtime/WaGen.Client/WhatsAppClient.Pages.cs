using System.Runtime.CompilerServices;
using WaGen.Runtime;

namespace WaGen;

/// <content>Lists, which come in pages.</content>
public sealed partial class WhatsAppClient
{
    /// <summary>Reads a list page by page. Each page is a call of its own, made when its items are asked for.</summary>
    /// <typeparam name="TBody">The body of the request, which such an operation does not have.</typeparam>
    /// <typeparam name="TAnswer">A page.</typeparam>
    /// <typeparam name="TItem">An item of the list.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="arguments">Values of the operation's parameters; with the one that asks for a page, the list begins there.</param>
    /// <param name="items">Gets the items of a page; null counts as none.</param>
    /// <param name="next">Gets where the next page begins; null on the last one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The items. A page without any does not end the list.</returns>
    /// <exception cref="ArgumentException">An argument is missing, or the operation has no pages.</exception>
    /// <exception cref="InvalidOperationException">While items are read: there is no token, or none of a kind that the operation accepts; nothing was sent.</exception>
    /// <exception cref="WhatsAppApiException">While items are read: the operation failed, or a page names itself or an earlier one as the next.</exception>
    public IAsyncEnumerable<TItem> EnumerateAsync<TBody, TAnswer, TItem>(
        ApiOperation<TBody, TAnswer> operation,
        ApiArguments arguments,
        Func<TAnswer, IReadOnlyList<TItem>?> items,
        Func<TAnswer, string?> next,
        CancellationToken cancellationToken = default)
        where TBody : Payload, IPayload<TBody>
        where TAnswer : Payload, IPayload<TAnswer>
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(next);
        string parameter = operation.PageParameter ?? throw new ArgumentException($"{operation.Name} has no pages.", nameof(operation));
        return ReadPagesAsync(operation, arguments, parameter, items, next, cancellationToken);
    }

    private async IAsyncEnumerable<TItem> ReadPagesAsync<TBody, TAnswer, TItem>(
        ApiOperation<TBody, TAnswer> operation,
        ApiArguments arguments,
        string parameter,
        Func<TAnswer, IReadOnlyList<TItem>?> items,
        Func<TAnswer, string?> next,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TBody : Payload, IPayload<TBody>
        where TAnswer : Payload, IPayload<TAnswer>
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = arguments[parameter];
        if (!string.IsNullOrEmpty(cursor))
        {
            seen.Add(cursor);
        }

        while (true)
        {
            TAnswer page = await SendAsync(operation, At(arguments, parameter, cursor), null, cancellationToken).ConfigureAwait(false);
            foreach (TItem item in items(page) ?? [])
            {
                yield return item;
            }

            cursor = next(page);
            if (string.IsNullOrEmpty(cursor))
            {
                yield break;
            }

            if (!seen.Add(cursor))
            {
                throw new WhatsAppApiException($"{operation.Name} failed: a page names itself or an earlier one as the next, so the list would never end. All items up to there were read.")
                {
                    Operation = operation.Name,
                };
            }
        }
    }

    private static ApiArguments At(ApiArguments arguments, string parameter, string? cursor)
    {
        ApiArguments copy = [];
        foreach (KeyValuePair<string, string?> argument in arguments.Where(argument => argument.Key != parameter))
        {
            copy.Add(argument.Key, argument.Value);
        }

        copy.Add(parameter, cursor);
        return copy;
    }
}
