using Microsoft.Extensions.Options;

namespace PartnerPortal.Solutions;

/// <summary>Serves customers together with another provider: one of the two sends messages. Needs the system token with <c>manage_app_solution</c>.</summary>
internal sealed class SolutionDesk(WhatsAppClient client, IOptionsMonitor<WhatsAppClientOptions> options)
{
    private static readonly PayloadList<string> Messaging = ["MESSAGING"];

    /// <summary>Makes a solution and invites another provider.</summary>
    /// <param name="name">The name, 2 to 75 characters.</param>
    /// <param name="partnerAppId">The id of the other provider's app.</param>
    /// <param name="isSender">Whether this provider sends the messages; otherwise the other one does.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The id of the solution.</returns>
    /// <exception cref="InvalidOperationException">The platform gave no id.</exception>
    /// <exception cref="WhatsAppApiException">The platform refuses.</exception>
    public async Task<string> InviteAsync(string name, string partnerAppId, bool isSender, CancellationToken cancellationToken = default)
    {
        var request = new CreateSolutionRequest
        {
            SolutionName = name,
            PartnerAppId = partnerAppId,
            OwnerPermissions = isSender ? Messaging : [],
            PartnerPermissions = isSender ? [] : Messaging,
        };
        CreateSolutionAnswer answer = await client.CreateSolutionAsync(options.CurrentValue.AppId!, request, cancellationToken);
        return answer.SolutionId ?? throw new InvalidOperationException("The platform gave the solution no id.");
    }

    /// <summary>Accepts the invitation to a solution. There is no way back but to end it.</summary>
    public Task AcceptAsync(string solutionId, CancellationToken cancellationToken = default) => client.AcceptSolutionAsync(solutionId, cancellationToken: cancellationToken);

    /// <summary>Declines the invitation to a solution.</summary>
    public Task RejectAsync(string solutionId, CancellationToken cancellationToken = default) => client.RejectSolutionAsync(solutionId, cancellationToken: cancellationToken);

    /// <summary>Asks the other provider to end a solution.</summary>
    public Task AskToEndAsync(string solutionId, CancellationToken cancellationToken = default) => client.RequestSolutionDeactivationAsync(solutionId, cancellationToken: cancellationToken);

    /// <summary>Lets a solution end, as the other provider asked.</summary>
    public Task AgreeToEndAsync(string solutionId, CancellationToken cancellationToken = default) => client.AcceptSolutionDeactivationAsync(solutionId, cancellationToken: cancellationToken);

    /// <summary>Keeps a solution that the other provider wants to end.</summary>
    public Task RefuseToEndAsync(string solutionId, CancellationToken cancellationToken = default) => client.RejectSolutionDeactivationAsync(solutionId, cancellationToken: cancellationToken);

    /// <summary>Asks the platform where a solution stands.</summary>
    public Task<SolutionInfo> GetAsync(string solutionId, CancellationToken cancellationToken = default) => client.GetSolutionAsync(solutionId, cancellationToken: cancellationToken);
}
