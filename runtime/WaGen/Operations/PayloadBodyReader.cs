namespace WaGen;

/// <summary>Reads a JSON text as a payload.</summary>
/// <param name="utf8Json">The JSON text; an object.</param>
/// <param name="findings">Takes what the schema does not describe; null when nobody wants to know.</param>
/// <returns>The payload.</returns>
/// <exception cref="FormatException">The text is not valid JSON or no object.</exception>
public delegate Payload PayloadBodyReader(ReadOnlySpan<byte> utf8Json, ICollection<PayloadFinding>? findings);
