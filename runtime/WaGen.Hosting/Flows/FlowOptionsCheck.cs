using Microsoft.Extensions.Options;

namespace WaGen.Hosting;

/// <summary>Says in sentences what is wrong with the options of the data endpoint of Flows. Never quotes a secret or a key.</summary>
internal sealed class FlowOptionsCheck : IValidateOptions<FlowEndpointOptions>
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, FlowEndpointOptions options)
    {
        string endpoint = string.IsNullOrEmpty(name) ? "the Flow endpoint" : $"the Flow endpoint '{name}'";
        List<string> problems = [];
        CheckSecrets(endpoint, options, problems);
        CheckKeys(endpoint, options, problems);
        if (options.MaxBodyBytes < 1)
        {
            problems.Add($"MaxBodyBytes of {endpoint} is {options.MaxBodyBytes}: it must be at least 1.");
        }

        if (options.AnswerTimeout <= TimeSpan.Zero || options.AnswerTimeout > LongestTimeout)
        {
            problems.Add($"AnswerTimeout of {endpoint} is {options.AnswerTimeout}: it must be positive and at most {LongestTimeout.TotalMinutes} minutes. Mind that 10 means days and 00:00:10 seconds.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void CheckSecrets(string endpoint, FlowEndpointOptions options, List<string> problems)
    {
        if (string.IsNullOrEmpty(options.AppSecret) && options.AppSecrets.Count == 0)
        {
            problems.Add($"No app secret is configured for {endpoint}: set AppSecret or AppSecrets, because without one a forged request cannot be told from a real one.");
        }

        foreach ((string key, string secret) in options.AppSecrets)
        {
            if (string.IsNullOrEmpty(secret))
            {
                problems.Add($"The app secret '{key}' of {endpoint} is empty: set it or remove the entry.");
            }
        }

        if (options.AppSecrets.Values.Append(options.AppSecret).Any(OptionsCheck.HasOuterSpace))
        {
            problems.Add($"An app secret of {endpoint} begins or ends with white space: remove it; files and variables often carry a line break at the end.");
        }
    }

    private static void CheckKeys(string endpoint, FlowEndpointOptions options, List<string> problems)
    {
        int number = 0;
        foreach (FlowPrivateKey source in options.AllKeys)
        {
            number++;
            if (FlowKey.TryCreate(source, out FlowKey? key, out string? problem))
            {
                key.Dispose();
            }
            else
            {
                problems.Add($"Private key {number} of {endpoint} {problem}.");
            }
        }

        if (number == 0)
        {
            problems.Add($"No private key is configured for {endpoint}: set PrivateKey or PrivateKeys, because without one no request can be decrypted.");
        }
    }
}
