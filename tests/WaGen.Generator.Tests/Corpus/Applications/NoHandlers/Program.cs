var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthorization();
var app = builder.Build();
app.UseRequestDecompression();
app.UseAuthorization();
app.MapGet("/", (IConfiguration configuration) => configuration["WhatsApp:AppSecret"] is null ? "not configured" : "configured").RequireAuthorization();
app.Run();

internal sealed class Job
{
    public async void Start()
    {
        try
        {
            await Task.Delay(10);
        }
        catch
        {
        }
    }

    public int Wait() => Task.FromResult(1).Result;
}
