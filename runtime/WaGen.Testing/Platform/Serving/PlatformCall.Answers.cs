using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Answers.</summary>
internal sealed partial class PlatformCall
{
    private const int UsualPage = 25;
    private const int LargestPage = 1000;
    private const int BadCursor = 131059;
    private const string CursorMark = "at:";

    /// <summary>Answers the id of something new.</summary>
    public FakeAnswer AnswerId(string id) => this.Answer(new JsonObject { ["id"] = id });

    /// <summary>Answers the object in the path with the fields that were asked for.</summary>
    public FakeAnswer AnswerNode() => this.Answer((node ?? throw new InvalidOperationException()).Describe(Fields));

    public FakeAnswer Error(int code, string details, int? subcode = null, int? status = null, string? message = null) =>
        GraphErrors.Create(operation.Api, code, details, subcode, status, message: message);

    /// <summary>Refuses a parameter.</summary>
    public FakeAnswer Bad(string details) => Error(GraphErrors.BadParameter, details);

    public FakeAnswer Missing(string name) => Bad($"'{name}' is required");

    /// <summary>Answers a page of objects with the fields that were asked for.</summary>
    /// <param name="nodes">All of them.</param>
    public FakeAnswer Page(IEnumerable<FakeNode> nodes) => Page(nodes.Select(n => n.Describe(Fields)));

    /// <summary>Answers a page.</summary>
    /// <param name="items">All items of the list; they must belong to nobody else.</param>
    /// <param name="member">The member of <c>data</c> that holds the items; null when <c>data</c> is the array itself.</param>
    public FakeAnswer Page(IEnumerable<JsonObject> items, string? member = null)
    {
        JsonObject[] all = [.. items];
        int size = Integer("limit") is { } limit ? (int)Math.Clamp(limit, 1, LargestPage) : UsualPage;
        int start = 0;
        int end = Math.Min(size, all.Length);
        if (NonEmpty("after") is { } after)
        {
            if (!TryReadCursor(after, out start))
            {
                return Error(BadCursor, "The cursor is not valid. Start again.");
            }

            start = Math.Min(start + 1, all.Length);
            end = Math.Min(start + size, all.Length);
        }
        else if (NonEmpty("before") is { } before)
        {
            if (!TryReadCursor(before, out end))
            {
                return Error(BadCursor, "The cursor is not valid. Start again.");
            }

            end = Math.Min(end, all.Length);
            start = Math.Max(0, end - size);
        }

        var page = new JsonArray([.. all[start..end]]);
        var answer = new JsonObject { ["data"] = member is null ? page : new JsonObject { [member] = page } };
        if (end > start)
        {
            answer["paging"] = Paging(start, end, all.Length);
        }

        return this.Answer(answer);
    }

    private JsonObject Paging(int start, int end, int count)
    {
        string before = Cursor(start);
        string after = Cursor(end - 1);
        var paging = new JsonObject { ["cursors"] = new JsonObject { ["before"] = before, ["after"] = after } };
        if (end < count)
        {
            paging["next"] = Link("after", after);
        }

        if (start > 0)
        {
            paging["previous"] = Link("before", before);
        }

        return paging;
    }

    /// <summary>The address of another page. The platform puts the token into it; here nobody shall find one.</summary>
    private string Link(string parameter, string cursor)
    {
        IEnumerable<string> query = request.Query
            .Where(static p => p.Key is not ("after" or "before"))
            .Append(KeyValuePair.Create(parameter, cursor))
            .Select(static p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}");
        return $"{platform.BaseAddress.GetLeftPart(UriPartial.Authority)}{request.Path}?{string.Join('&', query)}";
    }

    private static string Cursor(int index) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{CursorMark}{index}")));

    private static bool TryReadCursor(string cursor, out int index)
    {
        index = 0;
        if (!Base64Url.IsValid(cursor))
        {
            return false;
        }

        string text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
        return text.StartsWith(CursorMark, StringComparison.Ordinal) && int.TryParse(text.AsSpan(CursorMark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }
}
