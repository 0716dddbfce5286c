using Shop;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddShopBots(builder.Configuration);
var app = builder.Build();
app.MapShop();
app.Run();
