namespace WaGen.AspNetCore.Tests.Support;

/// <summary>A copy of an unhandled event.</summary>
internal sealed record UnhandledRecord(UnhandledReason Reason, string? Field, string Path, string Raw, string? EntryId, long? BytePosition);
