namespace WaGen.AspNetCore.Tests.Support;

/// <summary>Cases for theories that run on both servers.</summary>
internal static class Servers
{
    public static TheoryData<ServerKind, T> Times<T>(params T[] values)
    {
        var data = new TheoryData<ServerKind, T>();
        foreach (T value in values)
        {
            data.Add(ServerKind.Kestrel, value);
            data.Add(ServerKind.TestHost, value);
        }

        return data;
    }
}
