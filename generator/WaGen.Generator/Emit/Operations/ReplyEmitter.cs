using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints methods that answer a conversation.</summary>
internal sealed class ReplyEmitter
{
    private const string Conversation = "this TConversation conversation";
    private const string Token = "CancellationToken cancellationToken = default";
    private const string Constraint = "where TConversation : IConversation";
    private const string Refused = "global::System.InvalidOperationException";

    private readonly CodeWriter _writer;
    private readonly SchemaModel _schema;
    private readonly ReplyOperation _operation;
    private readonly string _client;

    private ReplyEmitter(CodeWriter writer, SchemaModel schema, ReplyOperation operation, string client)
    {
        _writer = writer;
        _schema = schema;
        _operation = operation;
        _client = client;
    }

    public static void Emit(CodeWriter writer, SchemaModel schema, ApiScope api, string accessibility)
    {
        foreach (ReplyOperation operation in api.Replies)
        {
            var emitter = new ReplyEmitter(writer, schema, operation, api.Client!);
            List<ObjectModel> family = [.. schema.Objects.Where(o => string.Equals($"global::{schema.Namespace}.{emitter.Outer(o).Last().Name}", operation.Body, StringComparison.Ordinal))];
            if (family.Count == 0)
            {
                continue;
            }

            writer.Line();
            Docs.Summary(writer, "Answers to events, in one line each. The client comes from the services of the application that received the event.");
            writer.Line(Code.GeneratedCode);
            using (writer.Block($"{accessibility} static partial class {api.RepliesClass}"))
            {
                emitter.Methods(family);
            }
        }
    }

    /// <summary>A payload and the unions around it.</summary>
    private IEnumerable<ObjectModel> Outer(ObjectModel model)
    {
        for (ObjectModel? current = model; current is not null; current = current.VariantOf is null ? null : _schema.Objects.First(o => string.Equals(o.Name, current.VariantOf, StringComparison.Ordinal)))
        {
            yield return current;
        }
    }

    private void Methods(List<ObjectModel> family)
    {
        foreach (ObjectModel union in family.Where(static o => o.Payload?.Conversation is not null))
        {
            Addressing(union, union.Payload!.Conversation!);
        }

        foreach (ObjectModel model in family)
        {
            ObjectModel? addressed = Outer(model).FirstOrDefault(static o => o.Payload?.Conversation is not null);
            if (model.Payload?.Reply is { Shorthand.IsLinked: true } reply && (addressed is not null || !reply.IsAddressed))
            {
                Reply(model, reply, addressed);
            }
        }

        _writer.Line($"private static Task<{_operation.Answer}> Send<TConversation>(TConversation conversation, {Code.ShortName(_operation.Body)} body, CancellationToken cancellationToken)");
        _writer.Line($"    {Constraint} =>");
        _writer.Line($"    {_client}.Of(conversation).SendAsync({_operation.Operation}, new ApiArguments {{ {{ {Code.Literal(_operation.Account)}, Number(conversation) }} }}, body, cancellationToken);");
        _writer.Line();
        Part("Number", "BusinessNumberId", "The event does not say which number of the business it concerns, so that nothing can be sent from there.");
        _writer.Line();
        Part("Message", "MessageId", "The event is about no message of the user, so that none can be quoted, marked or reacted to.");
    }

    /// <summary>A fact of the conversation that may be missing.</summary>
    private void Part(string name, string property, string problem)
    {
        _writer.Line($"private static string {name}<TConversation>(TConversation conversation)");
        _writer.Line($"    {Constraint} =>");
        _writer.Line($"    conversation.{property} ?? throw new {Refused}({Code.Literal(problem)});");
    }

    private void Addressing(ObjectModel union, ConversationModel conversation)
    {
        bool canQuote = conversation.Quote is { Steps.IsEmpty: false };
        Docs.Summary(_writer, "Sends an answer to the user behind an event, whomever it was addressed to before.");
        Describe([], canQuote, "message", "The answer.");
        _writer.Line($"public static Task<{_operation.Answer}> ReplyAsync<TConversation>({Conversation}, {union.Name} message, {(canQuote ? "bool quote = false, " : string.Empty)}{Token})");
        using (_writer.Block($"    {Constraint}"))
        {
            _writer.Line("global::System.ArgumentNullException.ThrowIfNull(message);");
            List<InitializerValue> group = [.. Group(conversation)];
            if (group.Count > 0)
            {
                using (_writer.Block("if (conversation.GroupId is { } group)"))
                {
                    _writer.Line($"message = message with {InitializerText.Of(group)};");
                }

                using (_writer.Block("else"))
                {
                    Partner(conversation);
                }
            }
            else
            {
                Partner(conversation);
            }

            _writer.Line();
            if (canQuote)
            {
                using (_writer.Block("if (quote)"))
                {
                    _writer.Line($"message = message with {InitializerText.Of([new InitializerValue(conversation.Quote!, "Message(conversation)", IsOptional: false)])};");
                }

                _writer.Line();
            }

            _writer.Line("return Send(conversation, message, cancellationToken);");
        }

        _writer.Line();
    }

    /// <summary>Addresses the one who is behind the event.</summary>
    private void Partner(ConversationModel conversation)
    {
        _writer.Line("string? phone = conversation.UserPhone;");
        _writer.Line("string? user = phone is null ? conversation.UserId : null;");
        using (_writer.Block("if (phone is null && user is null)"))
        {
            _writer.Line($"throw new {Refused}(\"The event says neither the phone number nor the id of a user, so that nobody can be answered.\");");
        }

        _writer.Line();
        _writer.Line($"message = message with {InitializerText.Of([.. Values(conversation)])};");
    }

    /// <summary>Addresses the group in which the event happened: everybody in it gets the answer, as everybody saw the question.</summary>
    private static IEnumerable<InitializerValue> Group(ConversationModel conversation)
    {
        if (conversation.Group is not { Steps.IsEmpty: false } group)
        {
            yield break;
        }

        yield return new InitializerValue(group, "group", IsOptional: false);
        if (conversation.User is { Steps.IsEmpty: false } user && !string.Equals(user.Text, group.Text, StringComparison.Ordinal))
        {
            yield return new InitializerValue(user, "null", IsOptional: true);
        }

        if (conversation.GroupKind is { Steps.IsEmpty: false, Last.Member: { } kind } path)
        {
            string? value = kind.Type.Shape is MemberShape.Enum
                ? conversation.GroupValue is { } name ? $"{Code.ShortName(kind.Type.TypeName!)}.{name}" : null
                : Code.Literal(conversation.GroupText ?? string.Empty);
            if (value is not null)
            {
                yield return new InitializerValue(path, value, IsOptional: false);
            }
        }
    }

    private static IEnumerable<InitializerValue> Values(ConversationModel conversation)
    {
        if (conversation.Phone is { Steps.IsEmpty: false } phone)
        {
            yield return new InitializerValue(phone, "phone", IsOptional: true);
        }

        if (conversation.User is { Steps.IsEmpty: false } user)
        {
            yield return new InitializerValue(user, "user", IsOptional: true);
        }
    }

    private void Reply(ObjectModel model, ReplyModel reply, ObjectModel? addressed)
    {
        bool canQuote = reply is { IsAddressed: true, Message: null } && addressed?.Payload!.Conversation!.Quote is not null;
        IReadOnlyList<ShorthandParameter> parameters = ShorthandEmitter.Ordered(reply.Shorthand);
        var values = ShorthandEmitter.Values(parameters).ToList();
        if (reply.Message is { Steps.IsEmpty: false } message)
        {
            values.Add(new InitializerValue(message, "Message(conversation)", IsOptional: false));
        }

        Docs.Summary(_writer, model.Description ?? $"Answers with a {model.Name}.");
        Describe(parameters, canQuote);
        string made = values.Count == 0 ? $"new {model.Name}()" : $"new {model.Name} {InitializerText.Of(values)}";
        string sent = !reply.IsAddressed ? $"Send(conversation, {made}, cancellationToken)"
            : canQuote ? $"conversation.ReplyAsync({made}, quote, cancellationToken)"
            : $"conversation.ReplyAsync({made}, cancellationToken: cancellationToken)";
        ShorthandEmitter.Method(
            _writer,
            $"public static Task<{_operation.Answer}> {reply.Shorthand.Name}Async<TConversation>",
            [Conversation, .. parameters.Select(ShorthandEmitter.Declaration), .. canQuote ? ["bool quote = false"] : Array.Empty<string>(), Token],
            $"{Constraint} =>\n    {sent};");
        _writer.Line();
    }

    private void Describe(IReadOnlyList<ShorthandParameter> parameters, bool canQuote, string? first = null, string? what = null)
    {
        _writer.Line("/// <typeparam name=\"TConversation\">The context of the event.</typeparam>");
        _writer.Line("/// <param name=\"conversation\">The context of the event.</param>");
        if (first is not null)
        {
            _writer.Line($"/// <param name=\"{first}\">{what}</param>");
        }

        ShorthandEmitter.Describe(_writer, parameters);
        if (canQuote)
        {
            _writer.Line("/// <param name=\"quote\">Whether the message of the event is shown as a quote.</param>");
        }

        _writer.Line("/// <param name=\"cancellationToken\">Ends the waiting. What was sent by then may have arrived.</param>");
        _writer.Line("/// <returns>The answer.</returns>");
        _writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">The event does not say enough, or no client is registered.</exception>");
    }
}
