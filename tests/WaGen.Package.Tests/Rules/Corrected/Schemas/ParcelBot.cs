using Example.Parcels;

namespace Schemas;

public sealed class ParcelBot : IParcelEventsHandler
{
    public ValueTask OnParcelAsync(Parcel parcel, ParcelEventsContext context, CancellationToken cancellationToken) => context.Unhandled();
}
