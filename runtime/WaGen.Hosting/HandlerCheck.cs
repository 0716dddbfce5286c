namespace WaGen.Hosting;

/// <summary>Says in sentences what is wrong with the handlers of an endpoint.</summary>
internal static class HandlerCheck
{
    /// <summary>The problems; empty when the handlers can be used.</summary>
    public static IEnumerable<string> Problems(string name, HandlerDescriptor[] handlers)
    {
        string endpoint = OptionsCheck.Describe(name);
        if (handlers.Length == 0)
        {
            yield return $"No handler is added to {endpoint}: call AddHandler<T>() on what AddWhatsAppWebhooks returns.";
            yield break;
        }

        HandlerDescriptor first = handlers[0];
        foreach (HandlerDescriptor handler in handlers)
        {
            if (handler.Contract != first.Contract)
            {
                yield return $"The handlers {first.HandlerType} and {handler.HandlerType} of {endpoint} belong to the different contracts " +
                    $"{Describe(first.Contract)} and {Describe(handler.Contract)}: add one of them to an endpoint of its own, or let one project only generate the contract.";
            }
            else if (!handler.Contract.Fields.Any(field => field.HandlerType.IsAssignableFrom(handler.HandlerType)))
            {
                yield return $"The handler {handler.HandlerType} of {endpoint} would never be called: " +
                    $"it implements no handler interface of a field of the contract {handler.Contract.Name}.";
            }
        }
    }

    private static string Describe(WebhookContract contract) => $"{contract.Name} (of assembly {contract.GetType().Assembly.GetName().Name})";
}
