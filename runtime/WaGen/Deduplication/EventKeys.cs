using WaGen.Runtime;

namespace WaGen;

/// <summary>Makes the keys of events, of handlers and of the unhandled hook. What goes into them is stored: it changes with a new <see cref="Format"/> only.</summary>
internal static class EventKeys
{
    private const int Format = 1;
    private const int ScratchBytes = 512;
    private const int Absent = 0;
    private const int Present = 1;

    // Above any number of members of an identity, so that the place of a member is never taken for one of these.
    private const int ByDigest = 1 << 16;

    /// <summary>Returns the key of an item: of an event by its identity; otherwise by the body and where the item begins in it.</summary>
    /// <remarks>The offset says the same as the path of the item, for the same bytes, and costs nothing.</remarks>
    /// <param name="document">The body.</param>
    /// <param name="index">The item; -1 for a whole body that is not JSON.</param>
    public static DeduplicationKey OfItem(WebhookDocument document, int index)
    {
        var key = new WebhookKey(stackalloc byte[ScratchBytes], exact: true);
        RoutedItem item = index < 0 ? new RoutedItem { Reason = UnhandledReason.NotJson } : document.Items[index];
        key.AddNumber(Format);
        key.AddText(item.Field?.Name ?? string.Empty);
        key.AddText(item.Reason == UnhandledReason.None ? item.Field!.Events[item.Event].Name : string.Empty);
        key.AddNumber(item.EntryId == 0 ? Absent : Present);
        key.AddText(item.EntryId == 0 ? default : document.ReadUtf8(document.Version, item.EntryId));
        if (item.Reason == UnhandledReason.None)
        {
            item.Field!.WriteIdentity(new WebhookItem(document, document.Version, index), ref key);
        }

        if (key.IsEmpty)
        {
            WebhookSignature digest = document.GetDigest();
            key.AddNumber(ByDigest + (int)document.DigestKind);
            key.AddText(digest.Bytes);
            key.AddNumber(index < 0 ? 0 : document.TapeNodes[item.Node].Offset);
            key.AddNumber((int)item.Reason);
        }

        DeduplicationKey result = key.ToDeduplicationKey();
        key.Dispose();
        return result;
    }

    /// <summary>Returns what tells one handler from others, to be joined with the key of an event.</summary>
    /// <param name="scope">The name of the endpoint.</param>
    /// <param name="contract">The contract of the provider.</param>
    /// <param name="handler">The class of the handler; null for the unhandled hook.</param>
    /// <param name="number">How many handlers of the same class come before it.</param>
    public static DeduplicationKey OfHandler(string scope, WebhookContract contract, Type? handler, int number)
    {
        var key = new WebhookKey(stackalloc byte[ScratchBytes], exact: true);
        key.AddNumber(Format);
        key.AddText(scope);
        key.AddText(contract.Name);
        key.AddNumber(handler is null ? Absent : Present);

        // Not FullName: of a generic class it holds the versions of assemblies.
        key.AddText(handler?.ToString() ?? string.Empty);
        key.AddNumber(number);
        DeduplicationKey result = key.ToDeduplicationKey();
        key.Dispose();
        return result;
    }
}
