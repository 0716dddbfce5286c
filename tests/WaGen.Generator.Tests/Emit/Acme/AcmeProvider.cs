using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Emit;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Emit.Acme;

/// <summary>A made-up provider: its schemas, what is printed for them, and that compiled together with a handler and loaded.</summary>
internal static class AcmeProvider
{
    /// <summary>Methods are called by name, because the types exist only after the printed code was compiled.</summary>
    private const string Handler = """"
        using System.Buffers;
        using System.Text;
        using Acme.Hooks;
        using WaGen;

        namespace Shop;

        public sealed class Bot(Action<string> log) : ILockersHandler, IAlarmsHandler
        {
            public static WebhookProcessor Start(Action<string> log, SignatureVerifier verifier, IUnhandledHandler hook) =>
                new(AcmeContract.Instance, [WebhookHandlerRegistration.Singleton(new Bot(log))], verifier, unhandled: hook);

            public ValueTask OnParcelAsync(ParcelNotice notice, LockersContext context, CancellationToken cancellationToken) =>
                Log($"parcel {notice.NoticeId} {notice.Parcel.Size}/{notice.Parcel.SizeText} {notice.Parcel.Grams} {Where(context)}");

            public ValueTask OnPhotosAsync(PhotosNotice notice, LockersContext context, CancellationToken cancellationToken) =>
                Log($"photos {notice.NoticeId} [{string.Join(",", notice.Photos.Select(static p => p.Url))}]");

            public ValueTask OnDoorOpenedAsync(DoorOpenedNotice notice, LockersContext context, CancellationToken cancellationToken) => Log($"opened {notice.NoticeId} {notice.State}");

            public ValueTask OnPinAsync(PinNotice notice, LockersContext context, CancellationToken cancellationToken) =>
                Log($"pin {notice.NoticeId} {notice.Input.Pin.Digits} {notice.Input.Pin.DigitsEquals("12"u8)} {Encoding.UTF8.GetString(notice.Input.Pin.DigitsUtf8)}");

            public ValueTask OnCardAsync(CardNotice notice, LockersContext context, CancellationToken cancellationToken) => Log($"card {notice.NoticeId} {notice.Input.Type} {notice.Input.Card.Valid}");

            // Takes doors that close, and memos: they have no method of their own here.
            public ValueTask OnNoticeAsync(Notice notice, LockersContext context, CancellationToken cancellationToken) =>
                notice.NoticeId is "leave" ? context.Unhandled() : Log($"notice {notice.NoticeId} closed={notice.TryGetDoorClosed(out _)} memo={(notice.TryGetMemo(out MemoNotice memo) ? memo.Memo.Text : "-")}");

            public ValueTask OnMoveAsync(Move move, LockersContext context, CancellationToken cancellationToken) => Log($"move {move.To} {Where(context)}");

            public ValueTask OnSmokeAsync(Smoke alarm, AlarmsContext context, CancellationToken cancellationToken) => Log($"smoke {alarm.Number} {alarm.Detector.Name} {context.Delivery.Identity}");

            public ValueTask OnFloodAsync(Flood alarm, AlarmsContext context, CancellationToken cancellationToken) => Log($"flood {alarm.Number} {alarm.Sensors.Count}");

            public static string ReadSite(byte[] body)
            {
                Move move = Move.Parse(body);
                Site site = move.GetContext().Site;
                Room room = site.Rooms["hall"u8];
                var tenant = move.GetContext().Tenants[0];
                return $"""
                    rooms {site.Rooms.Count}: floor {room.Floor}, {room.Temperature} degrees, open {room.Open}, no room {site.Rooms["x"u8].IsPresent}
                    labels {site.Labels["de"u8]}, none {site.Labels["fr"u8] is null}
                    hours {string.Join("+", site.Hours)}
                    settings {site.ParseSettings()["dark"u8].Kind}
                    extra {Encoding.UTF8.GetString(site.Extra.Utf8)}
                    tenant since {tenant.Since:yyyy-MM-dd}, nick null {tenant.Nick is null}
                    """;
            }

            public static string RoundTrip(byte[] body)
            {
                ParcelNotice notice = ParcelNotice.Parse(body);
                var output = new ArrayBufferWriter<byte>();
                notice.Detach().WriteWebhookTo(output);
                notice = ParcelNotice.Parse(output.WrittenSpan);
                return $"{notice.NoticeId} {notice.Parcel.Size} {Where(notice.GetContext())} as {notice.AsNotice().Kind}\n{Encoding.UTF8.GetString(output.WrittenSpan)}";
            }

            private static string Where(LockersContext context) =>
                $"feed={context.Feeds.FeedId} host={context.Origin.Host} tenant={context.Tenant.TenantId ?? "-"} rooms={context.Site.Rooms.Count} "
                + $"entry={context.Delivery.EntryId} identity={context.Delivery.Identity ?? "-"} order={context.Delivery.OrderKey ?? "-"} at={context.Delivery.Path}";

            private ValueTask Log(string line)
            {
                log(line);
                return default;
            }
        }
        """";

    private static readonly Lazy<Type> LoadedBot = new(Load);

    /// <summary>The schemas with a project that implements their handlers.</summary>
    public static GeneratorRun Run { get; } = GeneratorRun.Of(Handler).With(Schemas());

    /// <summary>The handler class of the compiled project.</summary>
    public static Type Bot => LoadedBot.Value;

    public static IEnumerable<(string Path, string Json)> Schemas() => Directory
        .EnumerateFiles(Folder(), "*.json")
        .Order(StringComparer.Ordinal)
        .Select(static f => (Path.GetFileName(f), File.ReadAllText(f)));

    /// <summary>Calls a static method of the handler class.</summary>
    public static string Call(string method, string body) => (string)Bot.GetMethod(method)!.Invoke(null, [Encoding.UTF8.GetBytes(body)])!;

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private static Type Load()
    {
        using var image = new MemoryStream();
        EmitResult result = Run.Output.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(image.ToArray()).GetType("Shop.Bot", throwOnError: true)!;
    }
}
