using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WaGen.Runtime;

namespace WaGen.Tests.Json;

public class JsonScalarsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("007", 7)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("00000000000000000000000000001", 1)]
    public void Whole_numbers_are_read(string text, long expected)
    {
        Assert.True(JsonScalars.TryGetInt64(Encoding.UTF8.GetBytes(text), out long value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1,000")]
    [InlineData("--1")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("18446744073709551616")]
    [InlineData("92233720368547758070")]
    [InlineData("١")]
    public void What_is_no_whole_number_of_64_bits_is_not(string text)
    {
        Assert.False(JsonScalars.TryGetInt64(Encoding.UTF8.GetBytes(text), out long value));
        Assert.Equal(0, value);
    }

    [Fact]
    public void Every_whole_number_is_read_back() =>
        Prop.ForAll<long>(number => JsonScalars.TryGetInt64(Utf8(number), out long read) && read == number).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_decimal_is_read_back() =>
        Prop.ForAll<decimal>(number => JsonScalars.TryGetDecimal(Utf8(number), out decimal read) && read == number).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_finite_double_is_read_back() =>
        Prop.ForAll<NormalFloat>(number => JsonScalars.TryGetDouble(Utf8(number.Get), out double read) && read.Equals(number.Get)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0.00", "0.00")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("1E3", "1000")]
    [InlineData("1e-3", "0.001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.12345678901234567890123456789999", "0.1234567890123456789012345679")]
    [InlineData("1e-400", "0.0000000000000000000000000000")]
    public void Decimals_are_read(string text, string expected)
    {
        Assert.True(JsonScalars.TryGetDecimal(Encoding.UTF8.GetBytes(text), out decimal value));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("+5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1.e5")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1,5")]
    [InlineData("(1)")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("∞")]
    [InlineData("1e400")]
    public void What_is_no_number_is_not(string text)
    {
        Assert.False(JsonScalars.TryGetDecimal(Encoding.UTF8.GetBytes(text), out decimal exact));
        Assert.False(JsonScalars.TryGetDouble(Encoding.UTF8.GetBytes(text), out double approximate));
        Assert.Equal(0, exact);
        Assert.Equal(0, approximate);
    }

    [Fact]
    public void Range_of_decimal_and_double_is_told_apart()
    {
        Assert.False(JsonScalars.TryGetDecimal("79228162514264337593543950336"u8, out _));
        Assert.True(JsonScalars.TryGetDouble("79228162514264337593543950336"u8, out double value));
        Assert.Equal(79228162514264337593543950336d, value);
        Assert.True(JsonScalars.TryGetDouble("1.7976931348623157e308"u8, out value));
        Assert.Equal(double.MaxValue, value);
        Assert.False(JsonScalars.TryGetDouble("1.8e308"u8, out _));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-1", -1)]
    [InlineData("-62135596800", -62_135_596_800)]
    [InlineData("253402300799", 253_402_300_799)]
    public void Times_are_whole_seconds(string text, long seconds)
    {
        Assert.True(JsonScalars.TryGetUnixTime(Encoding.UTF8.GetBytes(text), out DateTimeOffset value));
        Assert.Equal(seconds, value.ToUnixTimeSeconds());
        Assert.Equal(TimeSpan.Zero, value.Offset);
    }

    [Theory]
    [InlineData("-62135596801")]
    [InlineData("253402300800")]
    [InlineData("1.5")]
    [InlineData("2024-01-01")]
    [InlineData("")]
    public void What_is_no_time_is_not(string text) => Assert.False(JsonScalars.TryGetUnixTime(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Booleans_are_the_two_words()
    {
        Assert.True(JsonScalars.TryGetBoolean("true"u8, out bool value) && value);
        Assert.True(JsonScalars.TryGetBoolean("false"u8, out value) && !value);
        Assert.False(JsonScalars.TryGetBoolean("True"u8, out _));
        Assert.False(JsonScalars.TryGetBoolean(""u8, out _));
    }

    private static byte[] Utf8(IFormattable number) => Encoding.UTF8.GetBytes(number.ToString(null, CultureInfo.InvariantCulture));
}
