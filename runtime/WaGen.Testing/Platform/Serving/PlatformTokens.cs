namespace WaGen.Testing;

/// <summary>Decides whether the owner of a token may call an operation.</summary>
internal static class PlatformTokens
{
    private const int Expired = 463;
    private const int Invalid = 467;
    private const int NoPermission = 10;
    private const int NoAccess = 200;
    private const int NumberDeleted = 33;

    /// <summary>Finds what is wrong with a token.</summary>
    /// <returns>The error; null when the operation may be called.</returns>
    public static FakeAnswer? Check(ApiOperation operation, FakeToken? token)
    {
        if (operation.Tokens.Count == 0)
        {
            return null;
        }

        if (token is null || token.Revoked)
        {
            return GraphErrors.Create(operation.Api, GraphErrors.BadToken, subcode: Invalid, status: 401, message: "Invalid OAuth access token.");
        }

        if (token.HasExpired)
        {
            return GraphErrors.Create(operation.Api, GraphErrors.BadToken, subcode: Expired, status: 401, message: "Error validating access token: Session has expired.");
        }

        if (!operation.Tokens.Contains(token.Kind))
        {
            return GraphErrors.Create(operation.Api, NoAccess, operation.TokensBecause, message: $"Permissions error: a token of the kind {token.Kind} may not be used here");
        }

        string? missing = token.Kind == AccessTokenKind.App ? null : operation.Permissions.FirstOrDefault(scope => !token.Has(scope));
        return missing is null ? null : GraphErrors.Create(operation.Api, NoPermission, message: $"Application does not have permission for this action: {missing} is missing");
    }

    /// <summary>Finds what is wrong with the object in the path.</summary>
    /// <returns>The error; null when the owner of the token may use it, or the platform knows no objects of this kind.</returns>
    public static FakeAnswer? CheckNode(ApiOperation operation, FakeRequest request, FakeToken? token, FakeNode? node)
    {
        if (node is null)
        {
            return NodeKinds.PlaceholderOf(operation) is { } placeholder && NodeKinds.AreKnown(placeholder)
                ? NoSuchObject(operation, request.Method, request.PathValues.GetValueOrDefault(placeholder))
                : null;
        }

        if (node is FakeNumber { Deleted: true })
        {
            return GraphErrors.Create(operation.Api, NumberDeleted, message: "The business phone number has been deleted");
        }

        return token is null || node.IsOpenTo(token) ? null : GraphErrors.Create(operation.Api, NoAccess, message: "You do not have the necessary permissions to manage this object");
    }

    public static FakeAnswer NoSuchObject(ApiOperation operation, string method, string? id) => GraphErrors.Create(
        operation.Api,
        GraphErrors.BadParameter,
        subcode: GraphErrors.NoSuchObject,
        message: $"Unsupported {method.ToLowerInvariant()} request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
}
