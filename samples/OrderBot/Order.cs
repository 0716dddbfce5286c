namespace OrderBot;

/// <summary>An order on its way from the first choice to the door.</summary>
/// <param name="Product">What was chosen.</param>
/// <param name="Quantity">How many; 0 until the customer says.</param>
/// <param name="Address">Where to; null until the Flow brought it.</param>
internal sealed record Order(Product Product, int Quantity = 0, string? Address = null);
