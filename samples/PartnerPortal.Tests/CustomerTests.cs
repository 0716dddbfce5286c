namespace PartnerPortal.Tests;

/// <summary>The portal's picture of a customer.</summary>
public sealed class CustomerTests
{
    [Fact]
    public void A_status_that_comes_late_changes_nothing()
    {
        Customer customer = new Customer("1").WithMessage("m", MessageProgress.Read).WithMessage("m", MessageProgress.Sent).WithMessage("m", MessageProgress.Delivered);

        Assert.Equal(MessageProgress.Read, customer.Messages["m"]);
    }

    [Fact]
    public void A_webhook_about_an_account_that_nobody_knows_makes_a_customer()
    {
        var book = new CustomerBook();

        book.Update("1", static customer => customer with { HasSignedTerms = true });
        book.Update("1", static customer => customer with { AdAccountId = "2" });

        Customer customer = Assert.Single(book.All);
        Assert.Equal(("1", true, "2"), (customer.WabaId, customer.HasSignedTerms, customer.AdAccountId));
        Assert.Throws<InvalidOperationException>(() => book.Get("3"));
    }

    [Fact]
    public void A_customer_shows_no_more_than_the_id_of_the_account() =>
        Assert.Equal("1", new Customer("1") { BusinessId = "2" }.ToString());
}
