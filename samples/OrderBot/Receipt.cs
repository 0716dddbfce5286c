using System.Globalization;
using System.Text;

namespace OrderBot;

/// <summary>The receipt that follows an order. A real shop makes a PDF.</summary>
internal static class Receipt
{
    /// <summary>The name under which customers see it.</summary>
    public const string FileName = "receipt.txt";

    /// <summary>Makes the receipt of an order that is complete.</summary>
    public static MediaFile Of(Order order)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{order.Quantity} x {order.Product.Name}: {order.Quantity * order.Product.Price} EUR\nTo: {order.Address}\n");
        return MediaFile.FromBytes(Encoding.UTF8.GetBytes(text), "text/plain", FileName);
    }
}
