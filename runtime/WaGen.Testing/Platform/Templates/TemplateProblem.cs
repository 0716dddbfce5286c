namespace WaGen.Testing;

/// <summary>Why a template is refused before anybody reviews it.</summary>
/// <param name="Subcode">The subcode of the error; null for none.</param>
/// <param name="Title">What is wrong, as a title.</param>
/// <param name="Text">What is wrong in full.</param>
internal sealed record TemplateProblem(int? Subcode, string Title, string Text)
{
    /// <summary>Makes the answer.</summary>
    public FakeAnswer Answer(PlatformCall call) => GraphErrors.Create(call.Operation.Api, GraphErrors.BadParameter, subcode: Subcode, forUsers: (Title, Text));
}
