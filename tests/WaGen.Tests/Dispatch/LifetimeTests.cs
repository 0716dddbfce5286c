using System.Buffers;
using System.Text;
using WaGen.Runtime;
using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Dispatch;

public class LifetimeTests
{
    [Fact]
    public async Task Views_may_be_read_after_an_await()
    {
        var texts = new List<string?>();
        var recorder = new Recorder
        {
            OnNotice = async (notice, context, token) =>
            {
                await Task.Delay(1, token);
                texts.Add($"{notice.Id} {notice.Arrived.Text} {context.Batch.Depot} {context.Value.Hub}");
            },
        };

        WebhookOutcome outcome = await Parcels.Processor(recorder).ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1"), Parcels.Arrived("2")));

        Assert.Equal(WebhookResult.Accepted, outcome.Result);
        Assert.Equal(["1 t-1 D1 H", "2 t-2 D1 H"], texts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Everything_that_is_used_late_throws(bool later)
    {
        Notice notice = default;
        ShipmentsContext context = default;
        UnhandledEvent unhandled = default;
        var recorder = new Recorder
        {
            OnNotice = async (received, around, _) =>
            {
                (notice, context) = (received, around);
                if (later)
                {
                    await Task.Yield();
                }
            },
            OnUnhandled = (received, _) =>
            {
                unhandled = received;
                return default;
            },
        };
        await Parcels.Processor(recorder).ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1"), "5"));

        Action[] late =
        [
            () => _ = notice.Id,
            () => _ = notice.Arrived,
            () => _ = notice.Json.ToArray(),
            () => notice.Detach(),
            () => notice.GetContext(),
            () => notice.WriteWebhookTo(new ArrayBufferWriter<byte>()),
            () => _ = context.Batch,
            () => _ = context.Value,
            () => _ = context.Owner,
            () => _ = context.Unhandled().AsTask(),
            () => _ = context.Delivery.Field,
            () => _ = context.Delivery.Event,
            () => _ = context.Delivery.EntryId,
            () => _ = context.Delivery.Identity,
            () => _ = context.Delivery.OrderKey,
            () => _ = context.Delivery.App,
            () => _ = context.Delivery.Path,
            () => _ = unhandled.Field,
            () => _ = unhandled.Path,
            () => _ = unhandled.App,
            () => _ = unhandled.Utf8.Length,
            () => unhandled.ToArray(),
            () => unhandled.Json.ToArray(),
        ];
        Assert.All(late, use => Assert.Throws<ObjectDisposedException>(use));
        Assert.Equal(UnhandledReason.MalformedItem, unhandled.Reason);
    }

    [Fact]
    public async Task The_document_is_given_back_before_the_task_completes()
    {
        var entered = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        Notice kept = default;
        var recorder = new Recorder
        {
            OnNotice = async (notice, _, _) =>
            {
                kept = notice;
                entered.SetResult();
                await go.Task;
            },
        };
        Task<WebhookOutcome> processing = Parcels.Processor(recorder).ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1"))).AsTask();
        await entered.Task;
        Assert.Equal("1", kept.Id);

        go.SetResult();
        await processing;

        Assert.Throws<ObjectDisposedException>(() => kept.Id);
    }

    [Fact]
    public async Task A_late_mark_does_not_touch_the_next_body()
    {
        ShipmentsContext old = default;
        var recorder = new Recorder { OnNotice = (_, context, _) => Keep(context) };
        WebhookProcessor processor = Parcels.Processor(recorder);
        await processor.ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1")));
        ShipmentsContext first = old;
        var second = new Recorder
        {
            OnNotice = (_, _, _) =>
            {
                Assert.Throws<ObjectDisposedException>(() => first.Unhandled().AsTask().IsCompleted);
                return default;
            },
        };

        WebhookOutcome outcome = await Parcels.Processor(second).ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1")));

        Assert.Equal(new WebhookOutcome(WebhookResult.Accepted, 1, 0, 0, null), outcome);

        ValueTask Keep(ShipmentsContext context)
        {
            old = context;
            return default;
        }
    }

    [Fact]
    public async Task Absent_views_have_no_delivery_and_no_context()
    {
        Notice absent = default;

        Assert.False(absent.Detach().IsPresent);
        Assert.False(absent.GetContext().Batch.IsPresent);
        Assert.Equal(string.Empty, absent.GetContext().Delivery.Path);
        Assert.Equal(string.Empty, absent.GetContext().Delivery.Field);
        Assert.Null(absent.GetContext().Delivery.Identity);
        Assert.Null(absent.GetContext().Delivery.App);
        Assert.Equal(0, default(UnhandledEvent).Utf8.Length);
        Assert.Null(default(UnhandledEvent).Field);
        Assert.Null(default(UnhandledEvent).BytePosition);
        await absent.GetContext().Unhandled();
    }

    [Fact]
    public async Task Two_bodies_at_the_same_time_do_not_mix()
    {
        var bothEntered = new CountdownEvent(2);
        async Task<List<string?>> Run(string prefix)
        {
            var texts = new List<string?>();
            var recorder = new Recorder
            {
                OnNotice = async (notice, _, token) =>
                {
                    if (texts.Count == 0)
                    {
                        bothEntered.Signal();
                        await Task.Run(bothEntered.Wait, token);
                    }

                    texts.Add(notice.Arrived.Text);
                },
            };
            await Parcels.Processor(recorder).ProcessSignedAsync(Parcels.Notices(Parcels.Arrived(prefix + 1), Parcels.Arrived(prefix + 2)));
            return texts;
        }

        List<string?>[] results = await Task.WhenAll(Task.Run(() => Run("a")), Task.Run(() => Run("b")));

        Assert.Equal(["t-a1", "t-a2"], results[0]);
        Assert.Equal(["t-b1", "t-b2"], results[1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Memory_that_held_a_body_is_cleared(bool later)
    {
        byte[]? memory = null;
        var recorder = new Recorder
        {
            OnNotice = async (notice, _, _) =>
            {
                WebhookDocument document = DocumentOf(notice);
                memory = document.Body;
                Assert.Equal((byte)'{', memory[0]);
                if (later)
                {
                    await Task.Yield();
                }
            },
        };
        byte[] body = Parcels.Notices(Parcels.Arrived("1"));

        WebhookOutcome outcome = await Parcels.Processor(recorder).ProcessSignedAsync(body);

        Assert.Equal(WebhookResult.Accepted, outcome.Result);
        Assert.True(memory!.AsSpan(0, body.Length).IndexOfAnyExcept((byte)0) < 0 || !memory.AsSpan().StartsWith(body), "The received bytes are still there.");
    }

    [Fact]
    public async Task A_body_of_the_caller_is_read_in_place_and_cleared_on_dispose()
    {
        using var body = new WebhookBody();
        byte[] bytes = Parcels.Notices(Parcels.Arrived("1"));
        body.Write(bytes);
        byte[] memory = body.Buffer;
        bool inPlace = false;
        var recorder = new Recorder
        {
            OnNotice = (notice, _, _) =>
            {
                inPlace = DocumentOf(notice).Body == memory;
                return default;
            },
        };

        WebhookOutcome outcome = await Parcels.Processor(recorder).ProcessAsync(body, Parcels.Sign(bytes));
        Assert.True(inPlace);
        Assert.Equal(1, outcome.Events);
        Assert.Equal(bytes, body.Written.ToArray());
        body.Dispose();

        Assert.True(memory.AsSpan(0, bytes.Length).IndexOfAnyExcept((byte)0) < 0 || !memory.AsSpan().StartsWith(bytes));
        Assert.Throws<ObjectDisposedException>(() => body.Written.Length);
        Assert.Throws<ObjectDisposedException>(() => body.GetSpan().Length);
    }

    [Fact]
    public void A_body_grows_and_starts_again()
    {
        using var body = new WebhookBody(sizeHint: 10);
        string text = new('x', 20_000);
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            body.GetSpan(1)[0] = b;
            body.Advance(1);
        }

        Assert.Equal(20_000, body.Length);
        Assert.Equal(text, Encoding.UTF8.GetString(body.Written));
        body.Clear();
        Assert.Equal(0, body.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => body.Advance(int.MaxValue));
    }

    private static WebhookDocument DocumentOf(Notice notice) => notice.Json.Document!;
}
