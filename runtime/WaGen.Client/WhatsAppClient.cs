using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using WaGen.Client;
using WaGen.Runtime;

namespace WaGen;

/// <summary>Sends operations to the API. Made by <c>AddWhatsAppClient</c>; safe for all threads at once.</summary>
/// <remarks>
/// <para>The operations are extension methods that the generator prints, such as <c>client.SendMessageAsync(numberId, message)</c>; they call the methods of this type.</para>
/// <para>
/// A failure that can pass is tried again as long as that does nothing twice; a request whose outcome nobody knows is not, see
/// <see cref="WhatsAppOutcomeUnknownException"/>. An <see cref="OperationCanceledException"/> of the caller's own token tells nothing about the outcome either.
/// </para>
/// </remarks>
public sealed partial class WhatsAppClient
{
    private readonly ClientState _state;
    private readonly string? _account;
    private readonly AccessToken? _token;

    internal WhatsAppClient(string name, ClientState state, string? account = null, AccessToken? token = null)
    {
        Name = name;
        _state = state;
        _account = account;
        _token = token;
    }

    /// <summary>Gets the name of the client and of its options; empty for the default one.</summary>
    public string Name { get; }

    /// <summary>Finds the client that answers to a received event.</summary>
    /// <param name="conversation">The context of a printed handler.</param>
    /// <returns>
    /// The client whose options list the number that received the event under <see cref="WhatsAppClientOptions.Accounts"/>; else the default client; else the only one.
    /// </returns>
    /// <exception cref="InvalidOperationException">The event was read without the services of an application, or no client was added to them, or it cannot be told which one.</exception>
    public static WhatsAppClient Of(IConversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        IServiceProvider services = conversation.Services ?? throw new InvalidOperationException(
            "The event does not know the services of the application, because it was read by hand; call the operations of a WhatsAppClient instead of replying.");
        ClientDirectory directory = services.GetService<ClientDirectory>() ?? throw new InvalidOperationException(
            "No client is registered, so nothing can be sent; call services.AddWhatsAppClient(...).");
        return directory.For(conversation.BusinessNumberId);
    }

    /// <summary>Sends an operation with a JSON body or none, and reads its JSON answer.</summary>
    /// <typeparam name="TBody">The body of the request.</typeparam>
    /// <typeparam name="TAnswer">The answer.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="arguments">Values of the operation's parameters.</param>
    /// <param name="body">The body; null when the operation has none, or one that may be left out.</param>
    /// <param name="cancellationToken">Gives up waiting. What was sent before stays sent.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">An argument or the body is missing, or the operation does not accept an argument's value.</exception>
    /// <exception cref="PayloadValidationException">The body breaks limits of its schema; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">There is no token, or none of a kind that the operation accepts; nothing was sent.</exception>
    /// <exception cref="WhatsAppOutcomeUnknownException">Nobody knows whether the request took effect.</exception>
    /// <exception cref="WhatsAppApiException">The operation failed.</exception>
    public async Task<TAnswer> SendAsync<TBody, TAnswer>(
        ApiOperation<TBody, TAnswer> operation, ApiArguments arguments, TBody? body, CancellationToken cancellationToken = default)
        where TBody : Payload, IPayload<TBody>
        where TAnswer : Payload, IPayload<TAnswer>
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(arguments);
        ApiRun run = _state.Current;
        if (operation.BodyType is not null && body is null && !operation.IsBodyOptional)
        {
            throw new ArgumentNullException(nameof(body), $"{operation.Name} needs a body.");
        }

        if (run.Options.ValidatePayloads)
        {
            ArgumentCheck.ThrowIfRefused(operation, arguments);
            body?.ThrowIfInvalid();
        }

        using ApiCall call = Call(operation, arguments, BodyOf(operation, arguments, body));
        return await run.RunAsync(call, isTransfer: false, ReadAnswerAsync<TAnswer>, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the options list the number.</summary>
    internal bool Knows(string numberId) => _state.Current.Options.Accounts.ContainsKey(numberId);

    private ApiCall Call(ApiOperation operation, ApiArguments arguments, RequestBody? body, string? account = null) =>
        new(operation, arguments, [account, _account], _token, body);

    private static RequestBody? BodyOf(ApiOperation operation, ApiArguments arguments, Payload? body) =>
        body is not null and not NoPayload ? new JsonBody(body)
        : operation.Content == ApiContent.Form ? new FormBody(operation, arguments)
        : operation.IsRepeatSafe && (operation.Method is "GET" or "HEAD" or "DELETE") ? null
        : new EmptyBody();

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "An answer that was read is disposed here.")]
    private static async ValueTask<TAnswer> ReadAnswerAsync<TAnswer>(ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
        where TAnswer : Payload
    {
        if (call.Operation.AnswerType is null)
        {
            response.Dispose();
            return (TAnswer)(Payload)NoPayload.Instance;
        }

        using PooledBuffer body = await AnswerBody.ReadAsync(response.Content, AnswerBody.MostBytes, cancellationToken).ConfigureAwait(false)
            ?? throw new FormatException("The answer is larger than any answer of the API.");
        var answer = (TAnswer)call.Operation.ReadAnswer(body.Length == 0 ? "{}"u8 : body.Written.Span)!;
        response.Dispose();
        return answer;
    }
}
