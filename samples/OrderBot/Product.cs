using System.Globalization;

namespace OrderBot;

/// <summary>Something to buy.</summary>
/// <param name="Id">What the list row sends back.</param>
/// <param name="Name">At most 24 characters, because it is the title of a row.</param>
/// <param name="Price">In euros.</param>
/// <param name="Remark">What there is to say about it.</param>
/// <param name="Picture">Where the platform fetches the picture.</param>
internal sealed record Product(string Id, string Name, decimal Price, string Remark, string Picture)
{
    /// <summary>What the shop sells.</summary>
    public static IReadOnlyList<Product> All { get; } =
    [
        new("aloe", "Aloe vera", 12, "likes light and forgets water", "https://shop.example.com/pictures/aloe.jpg"),
        new("basil", "Basil", 4, "for the kitchen window", "https://shop.example.com/pictures/basil.jpg"),
        new("ficus", "Ficus", 29, "grows with the family", "https://shop.example.com/pictures/ficus.jpg"),
    ];

    /// <summary>At most 72 characters, because it is the description of a row.</summary>
    public string Description => string.Create(CultureInfo.InvariantCulture, $"{Price} EUR, {Remark}");

    /// <summary>Finds a product by its id; null when there is none.</summary>
    public static Product? Find(string? id) => All.FirstOrDefault(product => product.Id == id);
}
