using WaGen.Generator.Model;

namespace WaGen.Generator.Tests.Model;

public class EquatableArrayTests
{
    [Fact]
    public void Arrays_with_equal_elements_are_equal()
    {
        EquatableArray<string> left = ["a", "b"];
        EquatableArray<string> right = new List<string> { "a", "b" }.ToEquatableArray();
        Assert.True(left == right);
        Assert.True(left.Equals((object)right));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void Arrays_with_other_elements_order_or_length_differ()
    {
        EquatableArray<string> array = ["a", "b"];
        Assert.True(array != ["b", "a"]);
        Assert.True(array != ["a"]);
        Assert.True(array != default);
        Assert.False(array.Equals((object)"a"));
    }

    [Fact]
    public void Default_is_the_empty_array()
    {
        EquatableArray<int> none = default;
        EquatableArray<int> empty = [];
        Assert.Equal(empty, none);
        Assert.Equal(empty.GetHashCode(), none.GetHashCode());
        Assert.True(none.IsEmpty);
        Assert.Empty(none.AsImmutableArray());
        Assert.Throws<IndexOutOfRangeException>(() => none[0]);
    }

    [Fact]
    public void Elements_are_read_by_index_loop_and_query()
    {
        EquatableArray<int> array = [3, 1, 2];
        List<int> seen = [];
        foreach (int item in array)
        {
            seen.Add(item);
        }

        Assert.Equal([3, 1, 2], seen);
        Assert.Equal(2, array[2]);
        Assert.Equal(3, array.Length);
        Assert.Equal([6, 2, 4], array.Select(static i => i * 2));
        Assert.Equal([3, 1, 2], array.AsImmutableArray().AsEnumerable());
    }
}
