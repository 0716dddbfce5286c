using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>How accounts move between solutions.</summary>
internal sealed class IntentArea(FakePlatform platform) : IPlatformArea
{
    private const int AlreadyMarked = 2593079;
    private const string Migration = "migration-intent-id";
    private const string OnBehalf = "obo-intent-id";

    public void Register(PlatformTable table)
    {
        table.Add("SetSolutionMigrationIntent", SetMigration);
        table.Add("GetMigrationIntent", static call => call.AnswerNode());
        table.Add("SetOboMobilityIntent", SetMobility);
        table.Add("CreateOboMobilityIntent", CreateMobility);
        table.Add("GetOboMobilityIntent", static call => call.AnswerNode());
        table.Add("ListOnBehalfRequests", ListRequests);
    }

    private FakeAnswer SetMigration(PlatformCall call)
    {
        if (Solution(call) is not { } solution)
        {
            return call.Bad("'solution_id' names no solution that is active");
        }

        PlatformObject intent = Add(call, Migration, "id,status,solution,destination_waba");
        intent.Fields["status"] = "INITIATED";
        intent.Fields["solution"] = solution.Describe(fields: null);
        intent.Fields["solution_id"] = solution.Id;
        return call.AnswerId(intent.Id);
    }

    private FakeAnswer SetMobility(PlatformCall call)
    {
        if (Solution(call) is null)
        {
            return call.Bad("'solution_id' names no solution that is active");
        }

        if (Requests(call.Account).Count > 0)
        {
            return call.Error(AlreadyMarked, "The account was marked before", status: 400);
        }

        return call.AnswerId(AddMobility(call).Id);
    }

    private FakeAnswer CreateMobility(PlatformCall call) => Solution(call) is null
        ? call.Bad("'solution_id' names no solution that is active")
        : call.Answer(new JsonObject { ["success"] = true, ["mobility_intent_id"] = AddMobility(call).Id, ["status"] = "PENDING" });

    private FakeAnswer ListRequests(PlatformCall call) => call.Page(Requests(call.Account).Select(intent => new JsonObject
    {
        ["id"] = intent.Id,
        ["status"] = "IN_PROGRESS",
        ["business_owned_object"] = call.Account.Id,
        ["receiving_business"] = call.Token.Business.Mention(),
        ["requesting_business"] = call.Account.Business.Mention(),
    }));

    private PlatformObject AddMobility(PlatformCall call)
    {
        PlatformObject intent = Add(call, OnBehalf, "id,waba,solution,status");
        intent.Fields["status"] = "PENDING";
        intent.Fields["waba"] = call.Account.Describe("id,name,status");
        intent.Fields["solution"] = Solution(call)!.Describe("id,name,status");
        return intent;
    }

    private IReadOnlyList<PlatformObject> Requests(FakeAccount account) => platform.All<PlatformObject>(o => o.Fits(OnBehalf) && o.Owner == account);

    private PlatformObject Add(PlatformCall call, string kind, string fields) => platform.Add(new PlatformObject(platform, FakePlatform.NewId(), kind, call.Account, fields));

    private FakeSolution? Solution(PlatformCall call) => platform.FindNode(call.Text("solution_id") ?? string.Empty) is FakeSolution { State: "ACTIVE" } solution ? solution : null;
}
