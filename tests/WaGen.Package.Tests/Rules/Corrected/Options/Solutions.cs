namespace Options;

internal sealed class Solutions : IPartnerSolutionsHandler
{
    public ValueTask OnPartnerSolutionAsync(PartnerSolution solution, PartnerSolutionsContext context, CancellationToken cancellationToken) => context.Unhandled();
}
