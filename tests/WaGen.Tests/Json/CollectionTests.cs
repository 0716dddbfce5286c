namespace WaGen.Tests.Json;

public class CollectionTests
{
    [Fact]
    public void List_keeps_order_and_positions()
    {
        ViewList<Thing> things = Bound.Thing("""{"things":[{"text":"a"},5,{"text":"c","things":[{"text":"d"}]}]}""").Things;
        Assert.True(things.IsPresent);
        Assert.Equal(3, things.Count);
        Assert.Equal(["a", null, "c"], things.Select(thing => thing.Text));
        Assert.False(things[1].IsPresent);
        Assert.Equal("d", things[2].Things[0].Text);
        Assert.Equal("5"u8, things.Json.EnumerateArray().ElementAt(1).Utf8);
        Assert.Throws<ArgumentOutOfRangeException>(() => things[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => things[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => default(ViewList<Thing>)[0]);
    }

    [Fact]
    public void Empty_list_is_present()
    {
        Assert.True(Bound.Thing("""{"things":[]}""").Things.IsPresent);
        Assert.True(Bound.Thing("""{"texts":[]}""").Texts.IsPresent);
        Assert.True(Bound.Thing("""{"map":{}}""").Map.IsPresent);
        Assert.True(Bound.Thing("""{"textmap":{}}""").TextMap.IsPresent);
    }

    [Fact]
    public void Large_lists_are_read_in_order()
    {
        string json = "{\"things\":[" + string.Join(',', Enumerable.Range(0, 5_000).Select(number => $"{{\"integer\":{number}}}")) + "]}";
        Assert.Equal(Enumerable.Range(0, 5_000), Bound.Thing(json).Things.Select(thing => (int)thing.Integer!));
    }

    [Fact]
    public void Texts_are_decoded()
    {
        TextList texts = Bound.Thing("""{"texts":["a","\u0062",1,""]}""").Texts;
        Assert.Equal(["a", "b", null, ""], texts);
        Assert.Equal("b", texts[1]);
        Assert.Equal("b"u8, texts.GetUtf8(1));
        Assert.True(texts.GetUtf8(2).IsEmpty);
        Assert.True(texts.Contains("b"u8));
        Assert.True(texts.Contains(""u8));
        Assert.False(texts.Contains("1"u8));
        Assert.Throws<ArgumentOutOfRangeException>(() => texts[4]);
        Assert.Equal("""["a","\u0062",1,""]"""u8, texts.Json.Utf8);
    }

    [Fact]
    public void Map_finds_names_and_keeps_their_order()
    {
        ViewMap<Thing> map = Bound.Thing("""{"map":{"b":{"text":"1"},"a\u0061":{"text":"2"},"":null,"b":{"text":"3"}}}""").Map;
        Assert.Equal(3, map.Count);
        Assert.Equal(["b", "aa", ""], map.Select(entry => entry.Name));
        Assert.Equal(["3", "2", null], map.Select(entry => entry.Value.Text));
        Assert.Equal("3", map["b"u8].Text);
        Assert.Equal("2", map["aa"u8].Text);
        Assert.False(map[""u8].IsPresent);
        Assert.False(map["c"u8].IsPresent);
        foreach (ViewMapEntry<Thing> entry in map)
        {
            Assert.Equal(entry.Name.Length, entry.NameUtf8.Length);
        }

        Assert.Equal("", default(ViewMapEntry<Thing>).Name);
        Assert.True(default(ViewMapEntry<Thing>).NameUtf8.IsEmpty);
        Assert.False(default(ViewMapEntry<Thing>).Value.IsPresent);
    }

    [Fact]
    public void Text_map_finds_names_and_keeps_their_order()
    {
        TextMap map = Bound.Thing("""{"textmap":{"b":"1","a":"\u0032","c":3,"b":"4"}}""").TextMap;
        Assert.Equal(["b=4", "a=2", "c="], map.Select(entry => $"{entry.Name}={entry.Value}"));
        Assert.Equal("4", map["b"u8]);
        Assert.Equal("2"u8, map.GetUtf8("a"u8));
        Assert.Null(map["c"u8]);
        Assert.True(map.GetUtf8("c"u8).IsEmpty);
        Assert.Null(map["d"u8]);
        Assert.Null(map.ElementAt(2).Value);
        Assert.Equal("2"u8, map.ElementAt(1).ValueUtf8);
        Assert.Equal("a"u8, map.ElementAt(1).NameUtf8);
        Assert.Equal("", default(TextMapEntry).Name);
        Assert.Null(default(TextMapEntry).Value);
    }

    [Fact]
    public void Duplicates_among_many_names_are_found()
    {
        string json = "{\"textmap\":{" + string.Join(',', Enumerable.Range(0, 20_000).Select(number => $"\"n{number % 7_000}\":\"{number}\"")) + "}}";
        TextMap map = Bound.Thing(json).TextMap;
        Assert.Equal(7_000, map.Count);
        Assert.Equal("19999", map["n5999"u8]);
        Assert.Equal("13999", map["n6999"u8]);
        Assert.Equal("n0", map.First().Name);
    }
}
