namespace WaGen;

/// <summary>How decrypting a request to the data endpoint of a Flow ended.</summary>
public enum FlowDecryption
{
    /// <summary>It is decrypted, and nobody has changed it.</summary>
    Decrypted,

    /// <summary>It is not what the platform sends: no JSON object with three texts in Base64, or what was encrypted is no JSON object. HTTP 400.</summary>
    Malformed,

    /// <summary>No private key fits, or the content was changed. HTTP 421, with which the sender gets the public key anew.</summary>
    NotDecrypted,
}
