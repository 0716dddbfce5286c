namespace WaGen.Benchmarks.Bodies;

/// <summary>The bodies that receiving is measured with, in the order of the result tables.</summary>
public enum BodyKind
{
    /// <summary>One text message.</summary>
    Text,

    /// <summary>One image with a caption.</summary>
    Image,

    /// <summary>One status of a message that could not be delivered.</summary>
    FailedStatus,

    /// <summary>One chunk of history of about 200 KB.</summary>
    History,

    /// <summary>A thousand updates.</summary>
    Batch,

    /// <summary>One text message of which about three members in ten are not documented.</summary>
    UnknownMembers,

    /// <summary>One text message whose text and name are written in escapes.</summary>
    Escaped,
}
