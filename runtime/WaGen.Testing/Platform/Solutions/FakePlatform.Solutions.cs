using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What customers do about solutions.</summary>
public sealed partial class FakePlatform
{
    /// <summary>Lets the owner of an app draft a solution in the dashboard. The invited app does not know of it yet.</summary>
    /// <param name="owner">The app of the owner.</param>
    /// <param name="partner">The app that will be invited.</param>
    /// <param name="name">The name.</param>
    /// <param name="isOwnerMessaging">Whether the owner is the one that sends messages; otherwise the partner is.</param>
    /// <returns>The solution.</returns>
    public FakeSolution DraftSolution(FakeApp owner, FakeApp partner, string name, bool isOwnerMessaging = true)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentException.ThrowIfNullOrEmpty(name);
        string[] messaging = ["MESSAGING"];
        return Act(() =>
        {
            FakeSolution solution = Add(new FakeSolution(this, NewId(), name, owner, partner, isOwnerMessaging ? messaging : [], isOwnerMessaging ? [] : messaging) { State = "DRAFT", Pending = "NONE" });
            Tell(solution, "SOLUTION_CREATED");
            return solution;
        });
    }

    /// <summary>Lets the owner of a solution send the invitation that was drafted.</summary>
    /// <param name="solution">The solution.</param>
    /// <exception cref="InvalidOperationException">The solution is no draft.</exception>
    public void InvitePartner(FakeSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        Act(() =>
        {
            if (solution.State is not "DRAFT")
            {
                throw new InvalidOperationException($"The solution is {solution.State}, not DRAFT.");
            }

            solution.State = "INITIATED";
            solution.Pending = "PENDING_ACTIVATION";
            Tell(solution, "SOLUTION_UPDATED");
        });
    }

    /// <summary>Lets a customer come by a solution: the account is shared with both partners, who are told. The token of each can be fetched.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="account">The customer's account.</param>
    /// <exception cref="InvalidOperationException">The solution is not active.</exception>
    public void OnboardBySolution(FakeSolution solution, FakeAccount account)
    {
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(account);
        Act(() =>
        {
            if (solution.State is not "ACTIVE")
            {
                throw new InvalidOperationException($"The solution is {solution.State}, not ACTIVE.");
            }

            solution.Customers.Remove(account);
            solution.Customers.Add(account);

            // Shared with both before anybody is told: the events name both.
            account.Share(solution.Owner.Business);
            account.Share(solution.PartnerApp.Business);
            Share(solution.Owner, account, "PARTNER_ADDED", solution.Id);
            Share(solution.PartnerApp, account, "PARTNER_ADDED", solution.Id);
            IssueBusinessToken(solution.Owner, account.Business, [account]);
            IssueBusinessToken(solution.PartnerApp, account.Business, [account]);
        });
    }

    /// <summary>Lets a customer answer an intent to move an account to a solution. When it agrees, an account of the solution is made for it.</summary>
    /// <param name="intentId">The id of the intent.</param>
    /// <param name="isAccepted">Whether the customer agrees.</param>
    /// <returns>The new account; null when the customer refused.</returns>
    /// <exception cref="ArgumentException">There is no such intent that waits for an answer.</exception>
    public FakeAccount? AnswerMigration(string intentId, bool isAccepted = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(intentId);
        return Act(() =>
        {
            if (FindNode(intentId) is not PlatformObject { OwnerAccount: { } source } intent || intent.Text("status") is not "INITIATED" || FindNode(intent.Text("solution_id")!) is not FakeSolution solution)
            {
                throw new ArgumentException("There is no such intent that waits for an answer.", nameof(intentId));
            }

            intent.Fields["status"] = isAccepted ? "ACCEPTED" : "REJECTED";
            if (!isAccepted)
            {
                return null;
            }

            FakeAccount destination = AddAccount(source.Business, source.Name);
            intent.Fields["destination_waba"] = destination.Describe("id,name,currency,timezone_id,message_template_namespace");
            OnboardBySolution(solution, destination);
            return destination;
        });
    }

    /// <summary>Tells the partners of a solution, once each; a draft is known to its owner alone.</summary>
    internal void Tell(FakeSolution solution, string happened)
    {
        FakeBusiness[] partners = solution.State is "DRAFT" ? [solution.Owner.Business] : [.. new[] { solution.Owner.Business, solution.PartnerApp.Business }.Distinct()];
        foreach (FakeBusiness partner in partners)
        {
            Fire(PlatformEvent.Of(partner, "partner_solutions", new JsonObject
            {
                ["event"] = happened,
                ["solution_id"] = solution.Id,
                ["solution_status"] = solution.Pending is "PENDING_DEACTIVATION" ? solution.Pending : solution.State,
            }));
        }
    }
}
