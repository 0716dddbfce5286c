using WaGen.Generator.Tests.Emit.Parcels;

namespace WaGen.Generator.Tests.Emit;

/// <summary>The printed payloads of a made-up API at work: read, changed, written and checked.</summary>
public sealed class ParcelsPayloadTests
{
    [Theory]
    [InlineData("""{"product":"parcels","to":"1","type":"box","box":{"label":"a"}}""", "BoxOrder")]
    [InlineData("""{"product":"parcels","type":"letter","to":"1","letter":{"text":"t","stamp":{"kind":"stamp"}},"pages":1}""", "LetterOrder")]
    [InlineData("""{"product":"parcels","type":"LETTER","to":"1"}""", "LetterOrder")]
    [InlineData("""{"product":"parcels","to":"1","box":{"label":"a"}}""", "BoxOrder")]
    [InlineData("""{"product":"parcels","type":"courier","vehicle":"bike"}""", "BikeOrder")]
    [InlineData("""{"product":"parcels","vehicle":"car","seats":3}""", "CarOrder")]
    [InlineData("""{"product":"parcels","type":"courier","vehicle":"boat"}""", "CourierOrder")]
    [InlineData("""{"product":"parcels","type":"pigeon","box":{"label":"a"}}""", "Order")]
    [InlineData("""{"cancel":"yes","order_id":"1","product":"parcels"}""", "Cancellation")]
    [InlineData("{}", "Order")]
    public void A_payload_is_read_as_its_variant_and_written_with_the_same_members(string json, string type)
    {
        Assert.Equal(type, ParcelsProvider.Call("TypeOf", json));
        AssertSame(json, ParcelsProvider.Call("Rewrite", json));
    }

    [Theory]
    [InlineData("""{"label":"a","code":7,"weight":1.50,"fragile":"true","size":"LARGE","packed_at":1700000000,"value":"3","height":1e0}""")]
    [InlineData("""{"label":"a","code":"7","weight":"1.50","fragile":true,"size":"x\"l","packed_at":"1700000000","value":3,"height":0.5}""")]
    [InlineData("""{"label":7,"weight":true,"fragile":1,"size":{},"packed_at":"soon","value":0.5,"tags":["a",1],"codes":[1.5],"marks":[["a"],1],"notes":{"a":1},"rooms":[],"sections":[1],"insurance":"no"}""")]
    [InlineData("""{"label":null,"new":{"a":[1,2]},"size":"huge","insurance":{"value":1},"extra":{"b":null},"stickers":[{"picture":"p"},{"word":"w","color":"blue"},{"sound":"s"}]}""")]
    [InlineData("""{"class":"a","source":"b","rooms":{"hall":{"rows":[{"id":"1","more":2}]}},"notes":{"k\"":"v"},"tags":[],"codes":[1,2],"marks":["a","b"],"lists":"a"}""")]
    public void What_a_schema_does_not_expect_is_kept(string box)
    {
        string json = $$"""{"product":"parcels","type":"box","to":1,"box":{{box}},"more":[1]}""";
        AssertSame(json, ParcelsProvider.Call("Rewrite", json));
        Assert.Equal("more", ParcelsProvider.Call("Unknown", json));
    }

    [Fact]
    public void Findings_name_what_the_schema_does_not_describe() => Assert.Equal(
        ["box.label mismatch Number", "box.sections[0].rows[0].more unknown Number", "to mismatch True"],
        ParcelsProvider.Call("Findings", """{"type":"box","to":true,"box":{"label":7,"sections":[{"rows":[{"more":1}]}]}}""").Split('\n').Order(StringComparer.Ordinal));

    [Fact]
    public void Answers_require_nothing()
    {
        const string Answer = """{"orders":[{"id":"1","price":"1.5"},{}],"priority":"high","success":"true"}""";
        AssertSame(Answer, ParcelsProvider.Call("RewriteAnswer", Answer));
    }

    [Fact]
    public void Shorthands_set_members_inside_of_each_other()
    {
        AssertSame("""{"product":"parcels","to":"1","type":"box","box":{"label":"a"}}""", ParcelsProvider.Call("Box", "a"));
        AssertSame("""{"product":"parcels","to":"1","type":"letter","letter":{"text":"t","stamp":{"kind":"stamp"}},"pages":2}""", ParcelsProvider.Call("Letter", "t"));
        AssertSame("""{"product":"parcels","cancel":"yes","order_id":"o1","stamp":{"kind":"stamp"}}""", ParcelsProvider.Call("Cancel", true));
        AssertSame("""{"product":"parcels","cancel":"yes","order_id":"o1"}""", ParcelsProvider.Call("Cancel", false));
        AssertSame("""{"product":"parcels","to":"1","type":"courier","vehicle":"bike","Bike":"b"}""", ParcelsProvider.Call("Bike"));
    }

    [Fact]
    public void All_kinds_of_members_are_written_in_the_form_that_comes_first() => AssertSame(
        """
        {"product":"parcels","to":"1","priority":"high","answer_to":{"order_id":"o1"},"type":"box","count":2,"names":["x","y"],"amounts":[1,2],"teams":[["x"],["y","z"]],
         "box":{"label":"b","weight":"1.50","size":"x\"l","packed_at":"1700000000","value":3,"height":0.5,"tags":["t"],"codes":[7,8],"notes":{"k\"":"v"},
                "rooms":{"hall":{"rows":[{"id":"r"}]}},"stickers":[{"picture":"p"},{"word":"w","color":"red"}],"insurance":{"value":5,"offset":100},"source":"o","extra":[1],"marks":[["a","b"],["c"]]}}
        """,
        ParcelsProvider.Call("BoxWithAll"));

    [Fact]
    public void Rules_over_several_members_are_checked() => Assert.Equal(
        """
        Minimum 'box.insurance.offset' is 5; at least 100 is needed.
        Maximum 'box.insurance.value' is 9; at most 5 is allowed.
        MaxItems 'box.sections[].rows' has 5 elements in all; at most 4 are allowed. A box has four places.
        Unique 'box.sections[].rows[].id' occurs twice.
        Required 'box.sections[].title' is required.
        Forbidden 'box.insurance.value' must not be there when 'fragile' is true.
        Required 'box.weight' is required when 'size' is large or XL.
        Choice 'box.tags' and 'codes', 'notes' exclude each other.
        MaxItems 'box.stickers[].picture' has 2 elements in all; at most 1 is allowed.
        Forbidden 'box' must not be there when 'priority' is low. Boxes do not wait.
        """.Split('\n').Order(StringComparer.Ordinal),
        ParcelsProvider.Call("CheckRules").Split('\n').Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("""{"product":"parcels"}""", "Unknown 'type' names no variant that the schema lists.|Choice 'to' or 'user' must be there.")]
    [InlineData("""{"product":"parcels","to":"","box":{"label":"a"}}""", "MinLength 'to' must not be empty.|Choice 'box.code' or 'link' must be there, and only one of them. A label is printed once.")]
    [InlineData("""{"product":"parcels","user":"u","box":{"label":"123456789012345678901","code":"1"}}""", "MaxLength 'box.label' has 21 characters; at most 20 are allowed.")]
    [InlineData("""{"product":"parcels","user":"u","box":{"label":"🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈","link":"A"}}""", "Pattern 'box.link' does not match the pattern ^[a-z0-9]+$ that the schema asks for.")]
    [InlineData("""{"product":"parcels","user":"u","box":{"code":"1"},"count":6,"names":["abcd","b","c"]}""", "Required 'box.label' is required.|Maximum 'count' is 6; at most 5 is allowed.|MaxItems 'names' has 3 elements; at most 2 are allowed.|MaxLength 'names[0]' has 4 characters; at most 3 are allowed.")]
    [InlineData("""{"product":"parcels","type":"letter","user":"u","letter":{"text":"t"}}""", "Required 'to' is required.|Required 'letter.stamp' is required.|Required 'pages' is required.")]
    [InlineData("""{"product":"parcels","user":"u","box":{"label":"a","code":"1","size":"huge","codes":[],"height":1e300}}""", "Unknown 'box.size' has a value that the schema does not list.|MinItems 'box.codes' has 0 elements; at least 1 is needed.|Maximum 'box.height' is 1E+300; at most 2.5 is allowed.")]
    [InlineData("""{"product":"parcels","user":"u","box":{"label":"a","code":"1","marks":[["a","B"],[],["a","abcde",""]],"lists":["a","b","cdef"]}}""", "MaxItems 'box.marks' has 3 elements in all; at most 2 are allowed.|Pattern 'box.marks[0][1]' does not match the pattern ^[a-z]+$ that the schema asks for.|MinItems 'box.marks[1]' has 0 elements; at least 1 is needed.|MaxItems 'box.marks[2]' has 3 elements; at most 2 are allowed.|MaxLength 'box.marks[2][1]' has 5 characters; at most 4 are allowed.|MinLength 'box.marks[2][2]' must not be empty.|Pattern 'box.marks[2][2]' does not match the pattern ^[a-z]+$ that the schema asks for.|MaxItems 'box.lists[0]' has 3 elements; at most 2 are allowed.|MaxLength 'box.lists[0][2]' has 4 characters; at most 3 are allowed.")]
    [InlineData("""{"product":"parcels","user":"u","box":{"label":"a","code":"1","marks":[]},"teams":[["abcd"],["a","b","c"]]}""", "MinItems 'box.marks' has 0 elements; at least 1 is needed.|MaxLength 'teams[0][0]' has 4 characters; at most 3 are allowed.|MaxItems 'teams[1]' has 3 elements; at most 2 are allowed.")]
    public void Limits_are_checked(string json, string problems) =>
        Assert.Equal(problems.Split('|').Order(StringComparer.Ordinal), ParcelsProvider.Call("Check", json).Split('\n').Order(StringComparer.Ordinal));

    [Fact]
    public void A_number_that_is_no_value_of_an_enumeration_is_no_value() => Assert.Equal(
        "Unknown 'priority' has a value that the schema does not list.\nChoice 'box.code' or 'link' must be there, and only one of them. A label is printed once.",
        ParcelsProvider.Call("CheckUndefined"));

    /// <summary>Compares JSON whatever the order of members.</summary>
    private static void AssertSame(string expected, string actual) =>
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(expected), System.Text.Json.Nodes.JsonNode.Parse(actual)), $"expected {expected}\nactual   {actual}");
}
