namespace WaGen.Runtime;

public sealed partial class WebhookDocument
{
    private int[] _rest = [];

    /// <summary>Gets or sets how many members of unions wait until their variant is known. Unions stand in each other, so this is a stack.</summary>
    internal int RestCount { get; set; }

    /// <summary>Returns the name node of a member that waits.</summary>
    internal int RestAt(int index) => _rest[index];

    /// <summary>Keeps a member, by its name node, until the variant is known.</summary>
    internal void KeepForRest(int name)
    {
        if (RestCount == _rest.Length)
        {
            Array.Resize(ref _rest, Math.Max(16, _rest.Length * 2));
        }

        _rest[RestCount++] = name;
    }

    private void ForgetRest()
    {
        RestCount = 0;
        _rest = Keep(_rest);
    }
}
