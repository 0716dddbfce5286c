namespace WaGen.Tests.Json;

/// <summary>The struct enumerators of raw JSON support foreach only; tests compare whole sequences.</summary>
internal static class RawJsonLinq
{
    public static IEnumerable<TResult> Select<TResult>(this RawJsonArray array, Func<RawJson, TResult> selector) => array.ToList().Select(selector);

    public static IEnumerable<TResult> Select<TResult>(this RawJsonObject members, Func<RawJsonMember, TResult> selector) => members.ToList().Select(selector);

    public static RawJson ElementAt(this RawJsonArray array, int index) => array.ToList()[index];

    public static RawJsonMember Last(this RawJsonObject members) => members.ToList()[^1];

    public static List<RawJson> ToList(this RawJsonArray array)
    {
        List<RawJson> list = [];
        foreach (RawJson element in array)
        {
            list.Add(element);
        }

        return list;
    }

    public static List<RawJsonMember> ToList(this RawJsonObject members)
    {
        List<RawJsonMember> list = [];
        foreach (RawJsonMember member in members)
        {
            list.Add(member);
        }

        return list;
    }
}
