using System.Text;

namespace WaGen.Client;

/// <summary>Picks the first token that an operation takes, and says why none does.</summary>
internal sealed class TokenChoice(ApiOperation operation)
{
    private readonly List<string> _refused = [];

    /// <summary>Returns the token when the operation takes it, else null.</summary>
    /// <param name="token">The token; null when there is none.</param>
    /// <param name="source">Where it comes from.</param>
    public AccessToken? Take(AccessToken? token, string source)
    {
        if (token is null || token.Kind == AccessTokenKind.Unknown || operation.Tokens.Contains(token.Kind))
        {
            return token;
        }

        _refused.Add($"one of kind {token.Kind} ({source})");
        return null;
    }

    /// <summary>Notes a token that is over.</summary>
    /// <param name="source">Where it comes from.</param>
    public void Pass(string source) => _refused.Add($"one that has expired ({source})");

    /// <summary>Says why the token that the caller gave does not fit.</summary>
    public InvalidOperationException RefusalOfGiven() => Refusal("Give WithToken a token of that kind, or call the operation without it.");

    /// <summary>Says why no token fits and what to do.</summary>
    /// <param name="hasProvider">Whether a token provider stands for the tokens of the options.</param>
    /// <param name="namesAccount">Whether it is known whose token is wanted.</param>
    public InvalidOperationException Refusal(bool hasProvider, bool namesAccount) => Refusal(Advice(hasProvider, namesAccount));

    private InvalidOperationException Refusal(string advice)
    {
        string kinds = string.Join(" or ", operation.Tokens);
        var text = new StringBuilder(_refused.Count == 0
            ? $"There is no access token for {operation.Name}, which takes a token of kind {kinds}; nothing was sent."
            : $"{operation.Name} takes a token of kind {kinds}, but the only token for it is {string.Join(" and ", _refused)}; nothing was sent.");
        if (operation.TokensBecause is { } reason)
        {
            text.Append(' ').Append(reason);
        }

        return new InvalidOperationException(text.Append(' ').Append(advice).ToString());
    }

    private string Advice(bool hasProvider, bool namesAccount)
    {
        List<string> ways = [];
        if (!hasProvider && operation.Tokens.Any(static kind => kind is AccessTokenKind.System or AccessTokenKind.User))
        {
            ways.Add("set AccessToken in the client's options (TokenKind says of which kind it is)");
        }

        if (operation.Tokens.Contains(AccessTokenKind.Business))
        {
            if (!namesAccount)
            {
                ways.Add("say with ForAccount whose token it is, because the arguments name no account");
            }

            ways.Add(hasProvider
                ? "save the customer's token in the token store"
                : "set the token of the customer's account in Accounts with TokenKind Business, or save it in the token store");
        }

        if (operation.Tokens.Contains(AccessTokenKind.App))
        {
            ways.Add("set AppId and AppSecret");
        }

        ways.Add(hasProvider ? "let the token provider return one of that kind" : "let a token provider return one");
        string advice = string.Join(", or ", ways);
        return char.ToUpperInvariant(advice[0]) + advice[1..] + ".";
    }
}
