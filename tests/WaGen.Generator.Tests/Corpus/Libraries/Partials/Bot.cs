namespace Bots;

public sealed partial class Bot : IMessagesHandler
{
    private int _count;

    private ValueTask CountAsync()
    {
        Interlocked.Increment(ref _count);
        return ValueTask.CompletedTask;
    }
}
