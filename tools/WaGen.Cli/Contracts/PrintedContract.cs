namespace WaGen.Cli.Contracts;

/// <summary>What an assembly says about a contract that was printed into it.</summary>
/// <param name="Kind">What was printed, such as <c>webhooks</c>.</param>
/// <param name="Name">The name of the provider.</param>
/// <param name="Namespace">The namespace of the types.</param>
internal sealed record PrintedContract(string Kind, string Name, string Namespace)
{
    /// <summary>Gets the full name of the printed class.</summary>
    public string TypeName => $"{Namespace}.{Name}Contract";
}
