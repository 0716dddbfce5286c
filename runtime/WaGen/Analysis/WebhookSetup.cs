using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>The part that a member of a host package has in setting an endpoint up.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WebhookSetup
{
    /// <summary>The method adds the services of an endpoint.</summary>
    Services,

    /// <summary>The method adds a handler, its type argument.</summary>
    Handler,

    /// <summary>The method maps an endpoint to a route.</summary>
    Endpoint,

    /// <summary>The property holds one or more secrets that signatures are checked with.</summary>
    Secret,

    /// <summary>The property holds one or more tokens of the handshake.</summary>
    VerifyToken,

    /// <summary>The property limits the size of a body.</summary>
    BodyLimit,
}
