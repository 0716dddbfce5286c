namespace Options;

internal sealed class Solutions : IPartnerSolutionsHandler // WAGEN204, CS0246
{
    public ValueTask OnPartnerSolutionAsync(PartnerSolution solution, PartnerSolutionsContext context, CancellationToken cancellationToken) => context.Unhandled(); // CS0246
}
