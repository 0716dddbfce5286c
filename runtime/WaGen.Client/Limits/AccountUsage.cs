namespace WaGen.Client;

/// <summary>What the usage header of an answer says of an account.</summary>
/// <param name="Id">The id of the account.</param>
/// <param name="Percent">How much of the calls is used.</param>
/// <param name="Regain">How long all calls will be refused; zero when they are not.</param>
internal readonly record struct AccountUsage(string Id, int Percent, TimeSpan Regain);
