namespace PartnerPortal.Solutions;

/// <summary>Follows the solutions that the provider owns or is invited to.</summary>
internal sealed class SolutionEvents(SolutionBook solutions) : IPartnerSolutionsHandler
{
    public ValueTask OnPartnerSolutionAsync(PartnerSolution partnerSolution, PartnerSolutionsContext context, CancellationToken cancellationToken)
    {
        if (partnerSolution is not { SolutionId: { } id, SolutionStatus: { } state } || state == SolutionStatus.Unknown)
        {
            return context.Unhandled();
        }

        solutions.Save(id, state);
        return ValueTask.CompletedTask;
    }
}
