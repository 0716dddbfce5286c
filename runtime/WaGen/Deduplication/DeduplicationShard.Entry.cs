namespace WaGen;

// What the table of a shard consists of.
internal sealed partial class DeduplicationShard
{
    private enum State : byte
    {
        /// <summary>A handler runs.</summary>
        Running,

        /// <summary>Nobody runs it, but attempts were counted.</summary>
        Released,

        /// <summary>It has ended; <see cref="Entry.Outcome"/> says how.</summary>
        Completed,
    }

    private struct Entry
    {
        public DeduplicationKey Key;

        /// <summary>The token of the last claim.</summary>
        public long Token;

        /// <summary>When the lease is over, or the window of what has ended.</summary>
        public long Until;

        /// <summary>The next entry of the bucket or of the free ones, or 0.</summary>
        public int Next;

        /// <summary>The neighbours in the list.</summary>
        public int Older;
        public int Newer;

        public ushort Attempts;
        public State State;
        private byte _outcome;

        public DeduplicationOutcome Outcome
        {
            readonly get => (DeduplicationOutcome)_outcome;
            set => _outcome = (byte)value;
        }
    }
}
