namespace WaGen.Generator.Tests.Analyzers;

/// <summary>A made-up provider, written like generated code: fields, a group method, a method name that two fields have, views with members of all kinds.</summary>
internal static class Meters
{
    public const string Source = """
        namespace Meters
        {
            public interface IMeterHandler : WaGen.IWebhookHandler
            {
                static WaGen.WebhookContract WaGen.IWebhookHandler.Contract => null!;
            }

            public readonly struct ElectricityReading;
            public readonly struct WaterReading;
            public readonly struct Reading;
            public readonly struct ReadingsContext { public ValueTask Unhandled() => default; }

            public interface IReadingsHandler : IMeterHandler
            {
                ValueTask OnElectricityAsync(ElectricityReading reading, ReadingsContext context, CancellationToken cancellationToken) => OnReadingAsync(default, context, cancellationToken);
                ValueTask OnWaterAsync(WaterReading reading, ReadingsContext context, CancellationToken cancellationToken) => OnReadingAsync(default, context, cancellationToken);
                ValueTask OnReadingAsync(Reading reading, ReadingsContext context, CancellationToken cancellationToken) => context.Unhandled();
                ValueTask OnErrorAsync(Reading reading, ReadingsContext context, CancellationToken cancellationToken) => context.Unhandled();
            }

            public readonly struct Alarm;
            public readonly struct AlarmsContext { public ValueTask Unhandled() => default; }

            public interface IAlarmsHandler : IMeterHandler
            {
                ValueTask OnAlarmAsync(Alarm alarm, AlarmsContext context, CancellationToken cancellationToken) => context.Unhandled();
                ValueTask OnErrorAsync(Alarm alarm, AlarmsContext context, CancellationToken cancellationToken) => context.Unhandled();
            }
        }
        """;
}
