namespace WaGen.AspNetCore;

/// <summary>What a file holds.</summary>
/// <param name="Token">The token.</param>
/// <param name="Order">Grows with every save: of two tokens the later one counts.</param>
internal sealed record TokenFileContent(StoredToken Token, long Order);
