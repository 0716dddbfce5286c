namespace OrderBot.Tests;

/// <summary>What the shop says stays within the limits of the platform, whatever it sells.</summary>
public sealed class ShopMessagesTests
{
    public static TheoryData<string> Products => [.. Product.All.Select(static product => product.Id)];

    [Fact]
    public void The_list_keeps_the_limits() => Assert.Empty(ShopMessages.Menu().Validate());

    [Theory]
    [MemberData(nameof(Products))]
    public void Every_product_can_be_ordered(string id)
    {
        var order = new Order(Product.Find(id)!, Quantity: 2, "Rose Street 1, Berlin");

        Assert.Empty(ShopMessages.HowMany(order.Product).Validate());
        Assert.Empty(ShopMessages.AskAddress("1084734239456788", order).Validate());
        Assert.All(ShopMessages.Shipped("Sheena", order), static component => Assert.Empty(component.Validate()));
    }
}
