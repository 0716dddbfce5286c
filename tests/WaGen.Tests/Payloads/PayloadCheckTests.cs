using WaGen.Runtime;

namespace WaGen.Tests.Payloads;

public class PayloadCheckTests
{
    [Fact]
    public void All_problems_are_told_with_place_and_limit_and_without_the_text()
    {
        SampleBoxOrder order = new()
        {
            To = "secret secret secret secret",
            Priority = SamplePriority.Unknown,
            Box = new()
            {
                Label = "Secret",
                Count = 11,
                Price = 0.25m,
                Weight = -90.5,
                Boxes = [new() { Label = "a" }, new() { Label = "" }, new() { Label = "b", Weight = double.NaN }, new() { Label = null! }],
                Tags = ["secret", "s", "ok"],
                Texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["first"] = "secret", ["+1 555 0100"] = "secret" },
                ByName = new Dictionary<string, SampleBox>(StringComparer.Ordinal) { ["b"] = new() { Label = "a", Count = 0 } },
                Rows = [["ok", "secret", "OK"], [], ["a"]],
            },
        };
        PayloadValidationException refused = Assert.Throws<PayloadValidationException>(order.ThrowIfInvalid);
        Assert.Equal(
            """
            SampleBoxOrder breaks 22 limits and was not sent:
            - 'to' has 27 characters; at most 20 are allowed.
            - 'priority' has a value that the schema does not list.
            - 'box.label' has 6 characters; at most 5 are allowed.
            - 'box.label' does not match the pattern ^[a-z]*$ that the schema asks for.
            - 'box.count' is 11; at most 10 is allowed.
            - 'box.price' is 0.25; at least 0.5 is needed.
            - 'box.weight' is -90.5; at least -90 is needed.
            - 'box.boxes' has 4 elements; at most 3 are allowed.
            - 'box.boxes[1].label' must not be empty.
            - 'box.boxes[2].weight' is no finite number.
            - 'box.boxes[3].label' is required.
            - 'box.tags' has 3 elements; at most 2 are allowed.
            - 'box.tags[0]' has 6 characters; at most 4 are allowed.
            - 'box.tags[1]' has 1 character; at least 2 are needed.
            - 'box.texts.first' has 6 characters; at most 3 are allowed.
            - 'box.texts[1]' has 6 characters; at most 3 are allowed.
            - 'box.byName.b.count' is 0; at least 1 is needed.
            - 'box.rows' has 3 elements; at most 2 are allowed.
            - 'box.rows[0]' has 3 elements; at most 2 are allowed.
            - 'box.rows[0][1]' has 6 characters; at most 3 are allowed.
            - 'box.rows[0][2]' does not match the pattern ^[a-z]*$ that the schema asks for.
            - 'box.rows[1]' has 0 elements; at least 1 is needed.
            """.ReplaceLineEndings("\n"),
            refused.Message);
        PayloadProblem first = refused.Problems[0];
        Assert.Equal((PayloadProblemKind.MaxLength, "to", 20, 27), (first.Kind, first.Path, first.Limit, first.Actual));
        Assert.DoesNotContain("ecret", string.Concat(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void What_keeps_the_limits_is_valid()
    {
        SampleBoxOrder order = new()
        {
            To = new string('t', 20),
            Note = string.Concat(Enumerable.Repeat("😀", 60)),
            Box = new() { Label = "abcde", Count = 10, Price = 0.5m, Weight = 90, Boxes = [new() { Label = "a" }], Tags = ["ab", "😀😀😀😀"], Rows = [["a", "abc"], ["b"]] },
        };
        Assert.Empty(order.Validate());
        order.ThrowIfInvalid();
        PayloadProblem problem = Assert.Single((order with { Note = order.Note + "a" }).Validate());
        Assert.Equal(("note", 60, 61), (problem.Path, problem.Limit, problem.Actual));
        Assert.Equal("'note' or 'priority' must be there.", Assert.Single((order with { Note = null }).Validate()).Message);
        Assert.Equal("'type' names no variant that the schema lists.", Payload.Parse<SampleOrder>("""{"type":"x","to":"1","note":"n"}"""u8).Validate().Single().Message);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("é€", 2)]
    [InlineData("😀", 1)]
    [InlineData("a😀b😀😀", 5)]
    public void Lengths_are_counted_in_code_points(string text, int length)
    {
        Assert.Empty(Problems(text, length, length));
        Assert.Equal(length, Problems(text, 0, length - 1).Single().Actual);
        Assert.Equal(length, Problems(text, length + 1, int.MaxValue).Single().Actual);
    }

    [Fact]
    public void Half_a_pair_counts_as_one()
    {
        Assert.Equal(3, Problems("\uDE00\uD83Da", 0, 1).Single().Actual);
        Assert.Equal(2, Problems("\uD83D\uD83D\uDE00", 0, 1).Single().Actual);
        Assert.Equal(1, Problems("\uD83D", 2, 9).Single().Actual);
    }

    [Fact]
    public void Rules_and_numbers_beyond_the_decimal_range_are_told()
    {
        var check = new PayloadCheck();
        check.Double("a", 1e300, -1, 1);
        check.Double("b", double.NegativeInfinity, null, null);
        check.Double("c", null, 1, 2);
        check.Rule(PayloadProblemKind.Forbidden, "d", broken: true, "must not be there.");
        check.Rule(PayloadProblemKind.Forbidden, "e", broken: false, "must not be there");
        check.Count("f", 0, 1);
        check.Count("g", null, 1);
        Assert.Equal(
            ["'a' is 1E+300; at most 1 is allowed.", "'b' is no finite number.", "'d' must not be there.", "'f' has 0 elements; at least 1 is needed."],
            check.Problems.Select(problem => problem.Message));
        Assert.Null(check.Problems[0].Actual);
    }

    [Theory]
    [InlineData("^[0-9]+$", "12", true)]
    [InlineData("^[0-9]+$", "12\n", false)]
    [InlineData("^[0-9]+$", "12\n\n", false)]
    [InlineData(@"^\d+$", "٣", false)]
    [InlineData(@"^[\d.]+$", "1.2", true)]
    [InlineData(@"^\w+$", "é", false)]
    [InlineData(@"^\W$", "é", true)]
    [InlineData(@"^\$[$]$", "$$", true)]
    [InlineData("a|b$", "xb", true)]
    [InlineData("^(?!no)[a-z]+$", "yes", true)]
    [InlineData("^(?!no)[a-z]+$", "nobody", false)]
    [InlineData(@"^(a)\1$", "aa", true)]
    [InlineData("(", "anything", true)]
    [InlineData("^[^.]*(\\.ENT)?(\\.[A-Za-z0-9]{1,128})?$", "US.ENT.118157", true)]
    public void Patterns_are_those_of_JSON_Schema(string pattern, string text, bool matches) => Assert.Equal(matches, PayloadPatterns.IsMatch(pattern, text));

    [Fact]
    public void A_pattern_that_takes_for_ever_refuses_nothing() =>
        Assert.True(PayloadPatterns.IsMatch(@"^(?=(a+)+$)b", new string('a', 50) + "!"));

    private static IReadOnlyList<PayloadProblem> Problems(string text, int minimum, int maximum)
    {
        var check = new PayloadCheck();
        check.Text("x", text, minimum, maximum);
        return check.Problems;
    }
}
