namespace WaGen.Cli.Verify;

/// <summary>The bytes that may have been signed, made from those of the file.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Change">How they differ from the file, in words that complete "it fits the body ..."; null when they do not.</param>
/// <param name="Advice">What to do about it.</param>
internal sealed record BodyVariant(byte[] Bytes, string? Change, string Advice);
