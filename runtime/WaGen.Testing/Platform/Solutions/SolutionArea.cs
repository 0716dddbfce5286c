using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Multi-Partner Solutions from the invitation to the end.</summary>
internal sealed class SolutionArea(FakePlatform platform) : IPlatformArea
{
    private const string Messaging = "MESSAGING";
    private const string Nothing = "NONE";
    private const int NoAccess = 200;

    public void Register(PlatformTable table)
    {
        table.Add("CreateSolution", Create);
        table.Add("ListAppSolutions", ListOfApp);
        table.Add("ListAccountSolutions", call => call.Page(platform.All<FakeSolution>(s => s.Customers.Contains(call.Account))));
        table.Add("GetSolution", static call => call.AnswerNode());
        table.Add("ListSolutionPartners", static call => call.Page([call.Node<FakeSolution>().DescribePartner()]));
        table.Add("AcceptSolution", call => Answer(call, "ACTIVE"));
        table.Add("RejectSolution", call => Answer(call, "REJECTED"));
        table.Add("RequestSolutionDeactivation", RequestEnd);
        table.Add("AcceptSolutionDeactivation", call => AnswerEnd(call, isAccepted: true));
        table.Add("RejectSolutionDeactivation", call => AnswerEnd(call, isAccepted: false));
        table.Add("GetSolutionToken", GetToken);
    }

    private FakeAnswer Create(PlatformCall call)
    {
        FakeApp owner = call.Node<FakeApp>();
        string name = call.Text("solution_name") ?? string.Empty;
        string[] ownerPermissions = call.Texts("owner_permissions");
        string[] partnerPermissions = call.Texts("partner_permissions");
        FakeApp? partner = platform.FindNode(call.Text("partner_app_id") ?? string.Empty) as FakeApp;
        FakeAnswer? refusal = name.Length is < 2 or > 75 ? call.Bad("'solution_name' must have 2 to 75 characters")
            : partner is null || partner == owner ? call.Bad("'partner_app_id' names no other app")
            : ownerPermissions.Contains(Messaging) == partnerPermissions.Contains(Messaging) ? call.Bad("Exactly one of the apps must have the permission MESSAGING")
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        FakeSolution solution = platform.Add(new FakeSolution(platform, FakePlatform.NewId(), name, owner, partner!, ownerPermissions, partnerPermissions));
        platform.Tell(solution, "SOLUTION_CREATED");
        return call.Answer(new JsonObject { ["solution_id"] = solution.Id });
    }

    private FakeAnswer ListOfApp(PlatformCall call)
    {
        FakeApp app = call.Node<FakeApp>();
        string? role = call.NonEmpty("role")?.ToUpperInvariant();
        return call.Page(platform.All<FakeSolution>(s => (role is not "PARTNER" && s.Owner == app) || (role is not "OWNER" && s.PartnerApp == app)));
    }

    private FakeAnswer Answer(PlatformCall call, string state)
    {
        FakeSolution solution = call.Node<FakeSolution>();
        if (call.Token.App != solution.PartnerApp)
        {
            return call.Error(NoAccess, "Only the invited app may answer", message: "Permissions error");
        }

        if (solution.State is not "INITIATED")
        {
            return call.Bad("The solution waits for no answer. One that was accepted can only be deactivated.");
        }

        solution.State = state;
        solution.Pending = Nothing;
        platform.Tell(solution, "SOLUTION_UPDATED");
        return call.Success();
    }

    private FakeAnswer RequestEnd(PlatformCall call)
    {
        FakeSolution solution = call.Node<FakeSolution>();
        if (solution.State is not "ACTIVE" || solution.Pending is not Nothing)
        {
            return call.Bad("Only a solution that is active can be deactivated, and only once");
        }

        solution.Pending = "PENDING_DEACTIVATION";
        solution.Asker = call.Token.App;
        platform.Tell(solution, "SOLUTION_UPDATED");
        return call.Success();
    }

    private FakeAnswer AnswerEnd(PlatformCall call, bool isAccepted)
    {
        FakeSolution solution = call.Node<FakeSolution>();
        if (solution.Asker is not { } asker)
        {
            return call.Bad("Nobody has asked to deactivate the solution");
        }

        if (call.Token.App == asker)
        {
            return call.Error(NoAccess, "The other app must answer", message: "Permissions error");
        }

        solution.Asker = null;
        solution.Pending = Nothing;
        solution.State = isAccepted ? "DEACTIVATED" : "ACTIVE";
        platform.Tell(solution, "SOLUTION_UPDATED");
        return call.Success();
    }

    private FakeAnswer GetToken(PlatformCall call)
    {
        FakeSolution solution = call.Node<FakeSolution>();
        FakeAccount[] accounts = [.. solution.Customers.Where(a => a.Business.Id.Equals(call.Text("business_id"), StringComparison.Ordinal))];
        if (accounts.Length == 0 || !solution.IsOf(call.Token.App))
        {
            return call.Bad("'business_id' names no customer of the solution");
        }

        FakeToken token = platform.FindBusinessToken(call.Token.App, accounts[0].Business) ?? platform.IssueBusinessToken(call.Token.App, accounts[0].Business, accounts);
        return call.Answer(new JsonObject { ["data"] = new JsonArray(new JsonObject { ["access_token"] = token.Value }) });
    }
}
