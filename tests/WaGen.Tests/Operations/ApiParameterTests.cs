namespace WaGen.Tests.Operations;

/// <summary>The values that a parameter takes.</summary>
public sealed class ApiParameterTests
{
    [Theory]
    [InlineData("one", true)]
    [InlineData("ONE", false)]
    [InlineData("", false)]
    public void A_text_is_one_of_the_values(string value, bool accepted) => Assert.Equal(accepted, Parameter(isList: false, "one", "two").Accepts(value));

    [Theory]
    [InlineData("""["one","two"]""", true)]
    [InlineData("""["o\u006ee"]""", true)]
    [InlineData("[]", true)]
    [InlineData("[7]", true)]
    [InlineData("""["one","three"]""", false)]
    [InlineData("one", false)]
    [InlineData("""["one"] ["one"]""", false)]
    [InlineData("""[["one"]]""", false)]
    [InlineData("""["one" """, false)]
    [InlineData("", false)]
    public void Each_element_of_a_list_is_one_of_the_values(string value, bool accepted) => Assert.Equal(accepted, Parameter(isList: true, "one", "two", "7").Accepts(value));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_value_is_accepted_where_none_is_listed(bool isList) => Assert.True(Parameter(isList).Accepts("anything"));

    [Fact]
    public void A_list_is_written_as_it_is_read()
    {
        var arguments = new ApiArguments { { "p", ["a\"b", "ö"] }, { "n", [1L, -2L] } };
        Assert.True(Parameter(isList: true, "a\"b", "ö").Accepts(arguments["p"]!));
        Assert.Equal("[1,-2]", arguments["n"]);
    }

    private static ApiParameter Parameter(bool isList, params string[] values) => new() { Name = "p", Place = ApiParameterPlace.Query, IsList = isList, Values = values };
}
