namespace WaGen.AspNetCore;

/// <summary>The script and the style of the page.</summary>
internal static class SignupAssets
{
    public static byte[] Script { get; } = Load("signup.js");

    public static byte[] Style { get; } = Load("signup.css");

    private static byte[] Load(string name)
    {
        using Stream stream = typeof(SignupAssets).Assembly.GetManifestResourceStream("WaGen.EmbeddedSignup." + name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
