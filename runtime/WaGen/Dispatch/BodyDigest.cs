namespace WaGen.Runtime;

/// <summary>What the 32 bytes are that stand for a body. The numbers go into keys that are stored.</summary>
internal enum BodyDigest
{
    /// <summary>There are none yet.</summary>
    None = 0,

    /// <summary>The signature that verified the body.</summary>
    Signature = 1,

    /// <summary>The SHA-256 of a body that was verified elsewhere.</summary>
    Hash = 2,
}
