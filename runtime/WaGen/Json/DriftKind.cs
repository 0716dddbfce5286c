namespace WaGen;

/// <summary>How a received body differs from its schema without being malformed.</summary>
public enum DriftKind : byte
{
    /// <summary>No drift.</summary>
    None,

    /// <summary>An object holds a member that its schema does not describe.</summary>
    UnknownMember,

    /// <summary>A member has another JSON kind than its schema says, or its text cannot be read as the described type; it reads as null.</summary>
    Mismatch,

    /// <summary>An enumeration holds a value that its schema does not list; it reads as <c>Unknown</c>.</summary>
    UnknownValue,

    /// <summary>A member occurs more than once in one object; the last occurrence is read.</summary>
    DuplicateMember,
}
