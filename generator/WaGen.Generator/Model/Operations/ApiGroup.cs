namespace WaGen.Generator.Model;

/// <summary>A part of an API that is printed as a whole or not at all.</summary>
/// <param name="ApiId">The <c>$id</c> of the API.</param>
/// <param name="Name">The name of the group.</param>
internal sealed record ApiGroup(string ApiId, string Name);
