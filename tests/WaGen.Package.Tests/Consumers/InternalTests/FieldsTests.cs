namespace InternalTests;

public static class FieldsTests
{
    public static string Name => InternalOwner.Fields.Only.Name;
}
