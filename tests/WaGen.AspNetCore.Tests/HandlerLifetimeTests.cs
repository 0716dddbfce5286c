using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>Where handlers come from and how long they live.</summary>
public class HandlerLifetimeTests
{
    [Fact]
    public async Task Scoped_handlers_share_one_scope_for_each_event_that_is_disposed_after_it()
    {
        await using WebhookApp app = await StartAsync(static webhooks => webhooks
            .AddHandler<FirstBot>(ServiceLifetime.Scoped)
            .AddHandler<SecondBot>(ServiceLifetime.Scoped));
        Journal journal = app.Application.Services.GetRequiredService<Journal>();

        await app.PostAsync(Bodies.Messages(Bodies.TextItem("a"), Bodies.TextItem("b")));

        Assert.Equal(["1 first", "1 second", "1 end", "2 first", "2 second", "2 end"], journal.Lines);
    }

    [Fact]
    public async Task No_scope_is_made_for_events_whose_interface_no_scoped_handler_implements()
    {
        await using WebhookApp app = await StartAsync(static webhooks => webhooks.AddHandler<RecordingBot>().AddHandler<FirstBot>(ServiceLifetime.Scoped));
        Journal journal = app.Application.Services.GetRequiredService<Journal>();

        Assert.Equal(200, await app.PostAsync(Bodies.PartnerSolution));

        Assert.Single(app.Recorder.Handled);
        Assert.Empty(journal.Lines);
    }

    [Fact]
    public async Task Transient_handlers_are_new_for_each_event_and_singletons_are_not()
    {
        await using WebhookApp app = await StartAsync(static webhooks => webhooks.AddHandler<TransientBot>(ServiceLifetime.Transient).AddHandler<SingletonBot>());
        Journal journal = app.Application.Services.GetRequiredService<Journal>();

        await app.PostAsync(Bodies.Messages(Bodies.TextItem("a"), Bodies.TextItem("b")));

        Assert.Equal(["transient 1", "singleton 1", "transient 1", "singleton 2"], journal.Lines);
    }

    [Fact]
    public async Task A_handler_that_is_registered_already_is_taken_as_it_is()
    {
        var own = new SingletonBot(new Journal());
        await using WebhookApp app = await StartAsync(webhooks =>
        {
            webhooks.Services.AddSingleton(own);
            webhooks.AddHandler<SingletonBot>();
        });

        await app.PostAsync(Bodies.Text);

        Assert.Equal(1, own.Calls);
    }

    private static Task<WebhookApp> StartAsync(Action<WhatsAppWebhookBuilder> add) => WebhookApp.StartAsync(
        ServerKind.TestHost,
        builder =>
        {
            builder.Services.AddSingleton<Journal>();
            builder.Services.AddScoped<Scoped>();
            add(builder.Services.AddWhatsAppWebhooks(static options => (options.AppSecret, options.VerifyToken) = (WebhookApp.Secret, WebhookApp.Token)));
        },
        static application => application.MapWhatsAppWebhooks(WebhookApp.Path));

    private sealed class Journal
    {
        public List<string> Lines { get; } = [];

        public int Scopes { get; set; }
    }

    private sealed class Scoped(Journal journal) : IDisposable
    {
        public int Number { get; } = ++journal.Scopes;

        public void Dispose() => journal.Lines.Add($"{Number} end");
    }

    private sealed class FirstBot(Journal journal, Scoped scoped) : IMessagesHandler
    {
        public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
        {
            journal.Lines.Add($"{scoped.Number} first");
            return ValueTask.CompletedTask;
        }
    }

    private sealed class SecondBot(Journal journal, Scoped scoped) : IMessagesHandler
    {
        public async ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
        {
            await Task.Yield();
            journal.Lines.Add($"{scoped.Number} second");
        }
    }

    private sealed class TransientBot(Journal journal) : IMessagesHandler
    {
        private int _calls;

        public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
        {
            journal.Lines.Add($"transient {++_calls}");
            return ValueTask.CompletedTask;
        }
    }

    private sealed class SingletonBot(Journal journal) : IMessagesHandler
    {
        public int Calls { get; private set; }

        public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
        {
            journal.Lines.Add($"singleton {++Calls}");
            return ValueTask.CompletedTask;
        }
    }
}
