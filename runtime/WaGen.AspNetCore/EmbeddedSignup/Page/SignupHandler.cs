using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using WaGen.WhatsApp;

namespace WaGen.AspNetCore;

/// <summary>Serves the page and takes what it sends. Checks that need no body come first, and the code is exchanged before anything else is done.</summary>
internal sealed class SignupHandler(
    EmbeddedSignupOptions options,
    IOptionsMonitor<WhatsAppClientOptions> client,
    WhatsAppOnboarding onboarding,
    SignupState states,
    SignupRate rate,
    IServiceScopeFactory scopes,
    ILogger<WhatsAppOnboarding> logger)
{
    private const string SecureCookie = "__Host-wagen-signup";
    private const string PlainCookie = "wagen-signup";

    public async Task GetPageAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        EmbeddedSignupLaunch launch = options.Launch!;
        if (options.PrepareLaunch is { } prepare)
        {
            launch = await prepare(context, launch).ConfigureAwait(false);
        }

        WhatsAppClientOptions current = client.CurrentValue;
        string init = EmbeddedSignupLaunch.ToInitJson(current.AppId!, current.ApiVersion ?? WhatsAppApi.ExchangeCode.Api.Version);
        string nonce = CookieOf(request) is { } cookie && SignupState.IsNonce(cookie) ? cookie : SignupState.NewNonce();
        string page = SignupPage.Write(options, launch.ToLoginJson(), init, PathOf(request), states.Create(nonce, context.User));

        HttpResponse response = context.Response;
        response.Cookies.Append(CookieName(request), nonce, new CookieOptions
        {
            HttpOnly = true,
            Secure = IsSecure(request),
            Path = "/",
            IsEssential = true,

            // In a frame of another site a browser sends no other cookie.
            SameSite = options.FrameAncestors.Count > 0 && IsSecure(request) ? SameSiteMode.None : SameSiteMode.Lax,
        });
        response.Headers.ContentSecurityPolicy = SignupPage.ContentSecurityPolicy(options);
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(page, context.RequestAborted).ConfigureAwait(false);
    }

    public static Task GetScriptAsync(HttpContext context) => WriteAssetAsync(context, SignupAssets.Script, "text/javascript; charset=utf-8");

    public static Task GetStyleAsync(HttpContext context) => WriteAssetAsync(context, SignupAssets.Style, "text/css; charset=utf-8");

    public async Task PostAsync(HttpContext context, CancellationToken stopping)
    {
        HttpRequest request = context.Request;
        if (!rate.TryTake(context.Connection.RemoteIpAddress))
        {
            context.Response.Headers.RetryAfter = "60";
            Refuse(context, StatusCodes.Status429TooManyRequests, "too many requests");
            return;
        }

        if (!IsOwnOrigin(request))
        {
            Refuse(context, StatusCodes.Status403Forbidden, "another origin");
            return;
        }

        if (CookieOf(request) is not { } nonce)
        {
            Refuse(context, StatusCodes.Status403Forbidden, "no cookie of the page");
            return;
        }

        if (!JsonMediaType.Accepts(request.Headers))
        {
            Refuse(context, StatusCodes.Status415UnsupportedMediaType, "no JSON");
            return;
        }

        using var body = new WebhookBody(BodyReader.SizeHint(request));
        BodyReadResult read = await BodyReader.ReadAsync(context, body, options.MaxBodyBytes).ConfigureAwait(false);
        if (read != BodyReadResult.Complete)
        {
            Refuse(context, read == BodyReadResult.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, "body too large or broken off");
            return;
        }

        if (SignupRequest.Read(body.Written) is not { } signup)
        {
            Refuse(context, StatusCodes.Status400BadRequest, "not what the page sends");
            return;
        }

        if (!states.IsValid(signup.State, nonce, context.User))
        {
            Refuse(context, StatusCodes.Status403Forbidden, "the state is not that of this browser or too old");
            return;
        }

        await AnswerAsync(context, signup, stopping).ConfigureAwait(false);
    }

    private static async Task WriteAssetAsync(HttpContext context, byte[] content, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.Body.WriteAsync(content, context.RequestAborted).ConfigureAwait(false);
    }

    private string? CookieOf(HttpRequest request) => request.Cookies[CookieName(request)];

    private string CookieName(HttpRequest request) => IsSecure(request) ? SecureCookie : PlainCookie;

    // Behind a proxy that ends TLS, the configured origin tells what the browser sees.
    private bool IsSecure(HttpRequest request) => request.IsHttps || options.Origin?.Scheme == Uri.UriSchemeHttps;

    private static PathString PathOf(HttpRequest request)
    {
        string path = request.PathBase.Add(request.Path).Value ?? string.Empty;
        return new PathString(path.TrimEnd('/'));
    }

    // A browser names the origin of every POST; whatever names none is no page of ours.
    private bool IsOwnOrigin(HttpRequest request)
    {
        StringValues origin = request.Headers.Origin;
        string own = options.Origin is { } configured ? SignupPage.OriginOf(configured) : $"{request.Scheme}://{request.Host}";
        return origin.Count == 1 && own.Equals(origin[0], StringComparison.OrdinalIgnoreCase);
    }

    private async Task AnswerAsync(HttpContext context, SignupRequest signup, CancellationToken stopping)
    {
        // The token is the host's, not the request's: a customer who closes the page now has signed up all the same.
        ReadOnlyMemory<byte> answer;
        if (signup.Code is { } code)
        {
            OnboardingReport report = await onboarding.OnboardAsync(code, signup.Session as EmbeddedSignupFinished, context.User, stopping).ConfigureAwait(false);
            answer = SignupAnswer.Of(report);
        }
        else
        {
            await NotifyOfCancellationAsync(signup.Session, context, stopping).ConfigureAwait(false);
            answer = SignupAnswer.Cancelled;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.Body.WriteAsync(answer, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task NotifyOfCancellationAsync(EmbeddedSignupMessage? message, HttpContext context, CancellationToken stopping)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            foreach (IEmbeddedSignupHandler handler in scope.ServiceProvider.GetServices<IEmbeddedSignupHandler>())
            {
                await handler.OnCancelledAsync(message, context.User, stopping).ConfigureAwait(false);
            }
        }
    }

    private void Refuse(HttpContext context, int status, string reason)
    {
        logger.SignupRefused(reason);
        context.Response.StatusCode = status;
    }
}
