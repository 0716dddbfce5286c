using System.Text;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Answers that are the same for every call.</summary>
internal static class CallAnswers
{
    /// <summary>Answers that it was done.</summary>
    public static FakeAnswer Success(this PlatformCall call) => call.Answer(new JsonObject { ["success"] = true });

    /// <summary>Answers an object that names the product first, as calls about messages and what is near to them do.</summary>
    public static FakeAnswer AnswerWithProduct(this PlatformCall call, JsonObject answer, int status = 200)
    {
        answer.Insert(0, "messaging_product", "whatsapp");
        return call.Answer(answer, status);
    }

    /// <summary>Answers an object.</summary>
    public static FakeAnswer Answer(this PlatformCall call, JsonObject answer, int status = 200)
    {
        _ = call;
        return FakeAnswer.OfJson(Encoding.UTF8.GetBytes(answer.ToJsonString()), status);
    }
}
