using System.Text;

namespace EchoBot.Demo;

/// <summary>One body of the demo and the lines that it must leave in the journal.</summary>
internal sealed record DemoDelivery(string Name, string Body, params string[] Expected)
{
    public byte[] Utf8Body => Encoding.UTF8.GetBytes(Body);
}
