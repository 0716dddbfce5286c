using System.Text;

namespace WaGen.Tests.Shipped;

/// <summary>Paths of the items of long arrays, in whatever order they are asked for.</summary>
public sealed class PathTests
{
    private const int Count = 3_000;

    [Fact]
    public async Task The_path_of_an_item_is_right_in_any_order_of_asking()
    {
        string messages = string.Join(',', Enumerable.Range(0, Count).Select(static i => i % 3 == 0 ? "{\"type\":\"poll\",\"id\":\"x\"}" : "5"));
        byte[] body = Encoding.UTF8.GetBytes(
            $$$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[{{{messages}}}],"statuses":[{{{messages}}}]}}]}]}""");
        string[] expected =
        [
            .. Enumerable.Range(0, Count).Select(static i => $"entry[0].changes[0].value.messages[{i}]"),
            .. Enumerable.Range(0, Count).Select(static i => $"entry[0].changes[0].value.statuses[{i}]"),
        ];

        var hook = new AskingHook(expected);
        WebhookProcessor processor = Recorder.Processor(new Recorder(), hook);
        WebhookOutcome outcome = await processor.ProcessAsync(body, Recorder.Sign(body));
        Assert.Equal(WebhookResult.Accepted, outcome.Result);
        Assert.Equal(expected.Length, hook.Asked);
    }

    /// <summary>Asks for each path as it comes, and when the last one has come, for all again: backwards, and from many threads in no order.</summary>
    private sealed class AskingHook(string[] expected) : IUnhandledHandler
    {
        private readonly List<UnhandledEvent> _all = [];

        public int Asked => _all.Count;

        public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
        {
            Assert.Equal(expected[_all.Count], unhandled.Path);
#pragma warning disable WAGEN211 // All of them belong to one body, and nobody asks after the last one has come.
            _all.Add(unhandled);
#pragma warning restore WAGEN211
            if (_all.Count == expected.Length)
            {
                for (int i = _all.Count - 1; i >= 0; i -= 7)
                {
                    Assert.Equal(expected[i], _all[i].Path);
                }

                Parallel.For(0, 4_000, n =>
                {
                    int i = (int)((long)n * 7_919 % _all.Count);
                    Assert.Equal(expected[i], _all[i].Path);
                });
            }

            return ValueTask.CompletedTask;
        }
    }
}
