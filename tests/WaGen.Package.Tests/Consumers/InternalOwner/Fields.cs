namespace InternalOwner;

public static class Fields
{
    public static Type Only { get; } = typeof(IPartnerSolutionsHandler);
}
