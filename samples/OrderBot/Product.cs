namespace OrderBot;

/// <summary>Something to buy.</summary>
/// <param name="Id">What the list row sends back.</param>
/// <param name="Name">At most 24 characters, because it is the title of a row.</param>
/// <param name="Description">At most 72 characters.</param>
/// <param name="Picture">Where the platform fetches the picture.</param>
internal sealed record Product(string Id, string Name, string Description, string Picture)
{
    /// <summary>What the shop sells.</summary>
    public static IReadOnlyList<Product> All { get; } =
    [
        new("aloe", "Aloe vera", "12 EUR, likes light and forgets water", "https://shop.example.com/pictures/aloe.jpg"),
        new("basil", "Basil", "4 EUR, for the kitchen window", "https://shop.example.com/pictures/basil.jpg"),
        new("ficus", "Ficus", "29 EUR, grows with the family", "https://shop.example.com/pictures/ficus.jpg"),
    ];

    /// <summary>Finds a product by its id; null when there is none.</summary>
    public static Product? Find(string? id) => All.FirstOrDefault(product => product.Id == id);
}
