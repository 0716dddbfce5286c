namespace WaGen.Runtime;

// Paths of the items of long arrays. Without hints each one would count all elements before it, which for a body full of items takes
// longer than anybody waits. A hint carries the version that it belongs to, so one that is kept late does no harm.
public sealed partial class WebhookDocument
{
    /// <summary>Arrays with fewer elements before the place are counted again, which is as quick as a hint.</summary>
    private const int LeastHintIndex = 16;

    private readonly PathHint?[] _hints = new PathHint?[4];

    /// <summary>Returns the last place in an array that was kept, null when there is none.</summary>
    internal PathHint? FindHint(int version, int array)
    {
        PathHint? hint = Volatile.Read(ref _hints[array % _hints.Length]);
        return hint is not null && hint.Array == array && hint.Version == version ? hint : null;
    }

    /// <summary>Keeps a place in an array.</summary>
    internal void KeepHint(int version, int array, int element, int index)
    {
        if (index >= LeastHintIndex)
        {
            Volatile.Write(ref _hints[array % _hints.Length], new PathHint(version, array, element, index));
        }
    }
}
