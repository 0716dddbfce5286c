using System.Text;

namespace WaGen.Benchmarks.Generator;

/// <summary>C# files of a web application of some size, a tenth of them handlers, as people write them and without a mistake.</summary>
internal static class AnalyzedSources
{
    private static readonly string[] Fields = ["Flows", "Calls", "Security", "PartnerSolutions"];

    /// <summary>The usings that a web project has without asking.</summary>
    public const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using WaGen;
        global using WaGen.WhatsApp;
        """;

    /// <summary>The texts of the files.</summary>
    /// <param name="count">How many files.</param>
    public static IEnumerable<string> Files(int count)
    {
        yield return Program(count);
        for (int number = 1; number < count; number++)
        {
            yield return (number % 10) switch
            {
                0 => Handler(number),
                1 or 2 or 3 => Model(number),
                4 or 5 => Endpoints(number),
                _ => Service(number),
            };
        }
    }

    private static string Program(int count)
    {
        var text = new StringBuilder();
        text.Append(
            """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton(TimeProvider.System);
            var webhooks = builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp"));

            """);
        for (int number = 10; number < count; number += 10)
        {
            text.Append("webhooks.AddHandler<Shop.Handler").Append(number).Append(">();\n");
        }

        text.Append(
            """
            var app = builder.Build();
            app.UseHttpsRedirection();
            app.UseStaticFiles();
            app.Use(async (context, next) =>
            {
                context.Response.Headers["X-Frame-Options"] = "DENY";
                await next(context);
            });
            app.MapWhatsAppWebhooks("/webhooks/whatsapp");
            app.Run();
            """);
        return text.ToString();
    }

    private static string Handler(int number) =>
        $$"""
        namespace Shop;

        public sealed class Handler{{number}}(ILogger<Handler{{number}}> logger, TimeProvider time) : IMessagesHandler, I{{Fields[number / 10 % Fields.Length]}}Handler, IUnhandledHandler
        {
            private readonly Dictionary<string, DateTimeOffset> _seen = [];
            private Message _last;

            public async ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
            {
                string? person = message.FromUserId ?? message.From;
                if (person is null || message.Text.BodyEquals("STOP"u8))
                {
                    return;
                }

                _seen[person] = time.GetUtcNow();
                await AnswerAsync($"{context.Contact.Profile.Name}: {message.Text.Body}", cancellationToken);
            }

            public async ValueTask OnImageAsync(ImageMessage message, MessagesContext context, CancellationToken cancellationToken)
            {
                try
                {
                    await AnswerAsync(message.Image.Caption ?? message.Image.Id ?? "a picture", cancellationToken);
                }
                catch (IOException exception)
                {
                    logger.LogWarning(exception, "The picture was not answered.");
                    throw;
                }
            }

            public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
            {
                _last = message.Detach();
                return message.Type is null ? context.Unhandled() : ValueTask.CompletedTask;
            }

            public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
            {
                switch (status.Kind)
                {
                    case StatusKind.Sent:
                    case StatusKind.Delivered:
                        logger.LogDebug("{Id} is under way, {Last} came before", status.Id, _last.Id);
                        break;
                    case StatusKind.Failed:
                        foreach (WhatsAppError error in status.Errors)
                        {
                            logger.LogWarning("{Code} {Title}", error.Code, error.Title);
                        }

                        break;
                    default:
                        return context.Unhandled();
                }

                return ValueTask.CompletedTask;
            }

        {{FieldMethod(number)}}

            public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
            {
                logger.LogWarning("{Reason} at {Path}", unhandled.Reason, unhandled.Path);
                return ValueTask.CompletedTask;
            }

            private async Task AnswerAsync(string text, CancellationToken cancellationToken)
            {
                await Task.Delay(text.Length, cancellationToken);
                logger.LogDebug("{Length} characters", text.Length);
            }
        }
        """;

    private static string FieldMethod(int number) => Fields[number / 10 % Fields.Length] switch
    {
        "Flows" => "    public ValueTask OnFlowUpdateAsync(FlowUpdate flow, FlowsContext context, CancellationToken cancellationToken) => context.Unhandled();",
        "Calls" => "    public ValueTask OnCallAsync(Call call, CallsContext context, CancellationToken cancellationToken) => context.Unhandled();",
        "Security" => "    public ValueTask OnSecurityUpdateAsync(SecurityUpdate security, SecurityContext context, CancellationToken cancellationToken) => context.Unhandled();",
        _ => "    public ValueTask OnPartnerSolutionAsync(PartnerSolution solution, PartnerSolutionsContext context, CancellationToken cancellationToken) => context.Unhandled();",
    };

    private static string Model(int number) =>
        $$"""
        namespace Shop;

        public enum State{{number}}
        {
            Unknown,
            Ordered,
            Paid,
            Sent,
        }

        public sealed record Line{{number}}(string Product, int Count, decimal Price);

        public sealed class Order{{number}}
        {
            private readonly List<Line{{number}}> _lines = [];

            public string Id { get; init; } = Guid.NewGuid().ToString();

            public State{{number}} State { get; private set; }

            public IReadOnlyList<Line{{number}}> Lines => _lines;

            public decimal Total => _lines.Sum(line => line.Count * line.Price);

            public void Add(string product, int count, decimal price)
            {
                ArgumentException.ThrowIfNullOrEmpty(product);
                _lines.Add(new Line{{number}}(product, count, price));
            }

            public void Go()
            {
                switch (State)
                {
                    case State{{number}}.Unknown:
                        State = State{{number}}.Ordered;
                        break;
                    case State{{number}}.Ordered:
                        State = State{{number}}.Paid;
                        break;
                    default:
                        State = State{{number}}.Sent;
                        break;
                }
            }

            public string Describe() => State.ToString() == "Sent" ? $"{Id} is on its way" : $"{Id} has {_lines[0].Product} and {_lines.Count - 1} more";

            public bool Has(string product) => _lines.Exists(line => string.Equals(line.Product, product, StringComparison.OrdinalIgnoreCase));
        }
        """;

    private static string Service(int number) =>
        $$"""
        namespace Shop;

        public interface IService{{number}}
        {
            Task<int> CountAsync(string name, CancellationToken cancellationToken = default);
        }

        public sealed class Service{{number}}(ILogger<Service{{number}}> logger, TimeProvider time) : IService{{number}}
        {
            private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
            private readonly Lock _lock = new();

            public async Task<int> CountAsync(string name, CancellationToken cancellationToken = default)
            {
                try
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(name.Length), time, cancellationToken);
                }
                catch (OperationCanceledException)
                {
                    return 0;
                }

                lock (_lock)
                {
                    _counts.TryGetValue(name, out int count);
                    _counts[name] = ++count;
                    return count;
                }
            }

            public async Task<IReadOnlyList<string>> TopAsync(int count)
            {
                await Task.Yield();
                string[] top = [.. _counts.OrderByDescending(pair => pair.Value).Select(pair => pair.Key).Take(count)];
                logger.LogInformation("{First} is first of {Count}", top.FirstOrDefault(), top.Length);
                return top;
            }

            public bool TryGet(string name, out int count) => _counts.TryGetValue(name.Trim(), out count);

            public string Report() => string.Join(", ", _counts.Select(pair => $"{pair.Key}: {pair.Value}"));
        }
        """;

    private static string Endpoints(int number) =>
        $$"""
        namespace Shop;

        public static class Endpoints{{number}}
        {
            public static void Map{{number}}(this WebApplication app)
            {
                var group = app.MapGroup("/orders{{number}}").RequireAuthorization();
                group.MapGet("/{id}", async (string id, HttpContext context, CancellationToken cancellationToken) =>
                {
                    await Task.Delay(1, cancellationToken);
                    return id == context.Request.Query["id"].ToString() ? Results.Ok(id) : Results.NotFound();
                });
                group.MapPost("/", async (HttpRequest request) =>
                {
                    using var reader = new StreamReader(request.Body);
                    string text = await reader.ReadToEndAsync();
                    return Results.Text(text.ToUpperInvariant());
                });
                group.MapDelete("/{id}", (string id) => Remove(id) ? Results.NoContent() : Results.BadRequest());
            }

            private static bool Remove(string id)
            {
                if (!int.TryParse(id, out int number))
                {
                    return false;
                }

                var all = new Dictionary<int, string> { [{{number}}] = "one" };
                return all.Remove(number);
            }
        }
        """;
}
