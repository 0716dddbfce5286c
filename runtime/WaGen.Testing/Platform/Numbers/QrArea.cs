using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>QR codes and short links.</summary>
internal sealed class QrArea : IPlatformArea
{
    private const string Edge = "message_qrdls";
    private const string CodeLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int CodeLength = 14;
    private const int NoSuchCode = 803;
    private const int LongestMessage = 140;

    public void Register(PlatformTable table)
    {
        table.Add("ListQrCodes", List);
        table.Add("GetQrCode", Get);
        table.Add("SaveQrCode", Save);
        table.Add("DeleteQrCode", Delete);
    }

    private static FakeAnswer List(PlatformCall call)
    {
        string? code = call.NonEmpty("code");
        return call.Page(call.Number.ListOf(Edge).AsEnumerable().Reverse().Where(item => code is null || CodeOf(item).Equals(code, StringComparison.Ordinal)).Select(item => Show(call, item)));
    }

    private static FakeAnswer Get(PlatformCall call) => Find(call, call.Path("code")) is { } item
        ? call.Answer(new JsonObject { ["data"] = new JsonArray(Show(call, item)) })
        : Unknown(call);

    private static FakeAnswer Save(PlatformCall call)
    {
        if (call.NonEmpty("prefilled_message") is not { } message)
        {
            return call.Missing("prefilled_message");
        }

        if (message.Length > LongestMessage)
        {
            return call.Bad("'prefilled_message' may have at most 140 characters");
        }

        if (call.NonEmpty("code") is { } code)
        {
            if (Find(call, code) is not { } known)
            {
                return Unknown(call);
            }

            known["prefilled_message"] = message;
            return call.Answer(Show(call, known));
        }

        string created = RandomNumberGenerator.GetString(CodeLetters, CodeLength);
        var item = new JsonObject
        {
            ["code"] = created,
            ["prefilled_message"] = message,
            ["deep_link_url"] = $"https://wa.me/message/{created}",
            ["creation_time"] = call.Now.ToUnixTimeSeconds(),
        };
        call.Number.ListOf(Edge).Add(item);
        JsonObject answer = Show(call, item);
        if (call.NonEmpty("generate_qr_image") is { } format)
        {
            answer["qr_image_url"] = ImageOf(created, format);
        }

        return call.Answer(answer);
    }

    private static FakeAnswer Delete(PlatformCall call) =>
        Find(call, call.Path("code")) is { } item && call.Number.ListOf(Edge).Remove(item) ? call.Success() : Unknown(call);

    private static FakeAnswer Unknown(PlatformCall call) => call.Error(NoSuchCode, "There is no such code");

    private static JsonObject? Find(PlatformCall call, string code) => call.Number.ListOf(Edge).Find(item => CodeOf(item).Equals(code, StringComparison.Ordinal));

    private static string CodeOf(JsonObject item) => (string?)item["code"] ?? string.Empty;

    private static JsonObject Show(PlatformCall call, JsonObject item)
    {
        var shown = (JsonObject)item.DeepClone();
        if (!FieldSelection.Asks(call.Fields, "creation_time"))
        {
            shown.Remove("creation_time");
        }

        if (FieldSelection.Asks(call.Fields, "qr_image_url"))
        {
            shown["qr_image_url"] = ImageOf(CodeOf(item), call.Fields!.Contains("PNG", StringComparison.Ordinal) ? "PNG" : "SVG");
        }

        return shown;
    }

    private static string ImageOf(string code, string format) => $"https://scontent.xx.fbcdn.net/m1/v/t6/{code}.{format.ToLowerInvariant()}";
}
