using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Schema.Json;

/// <summary>The recursive descent. A method that fails has set <see cref="Problem"/> and returns null.</summary>
internal sealed partial class JsonParser(string text)
{
    private readonly JsonStringReader _strings = new(text);
    private int _position;
    private int _depth;

    public JsonProblem? Problem { get; private set; }

    public JsonNode? ReadRoot()
    {
        if (!SkipWhiteSpace())
        {
            return null;
        }

        if (_position == text.Length)
        {
            return Fail("the file is empty", TextSpan.FromBounds(0, text.Length));
        }

        JsonNode? root = ReadValue();
        if (root is null || !SkipWhiteSpace())
        {
            return null;
        }

        return _position < text.Length ? Fail("the text ends here, nothing may follow the value", Token()) : root;
    }

    private JsonNode? ReadValue()
    {
        switch (text[_position])
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                int start = _position;
                return ReadString() is { } value ? new JsonNode(JsonNodeKind.String, TextSpan.FromBounds(start, _position), value) : null;
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            default:
                return ReadLiteral();
        }
    }

    private JsonNode? ReadObject()
    {
        int start = _position;
        if (!Enter())
        {
            return null;
        }

        var members = new List<JsonMember>();
        HashSet<string>? names = null;
        bool expectsMember = false;
        while (true)
        {
            if (!SkipWhiteSpace())
            {
                return null;
            }

            if (AtEnd())
            {
                return Fail("this '{' is never closed", new TextSpan(start, 1));
            }

            char c = text[_position];
            if (c == '}')
            {
                if (expectsMember)
                {
                    return TrailingComma();
                }

                _depth--;
                _position++;
                return new JsonNode(JsonNodeKind.Object, TextSpan.FromBounds(start, _position), "", members);
            }

            if (members.Count > 0 && !expectsMember)
            {
                return Fail(c == '"' ? "a comma is missing before this member" : "expected ',' or '}' after a member", Token());
            }

            if (ReadMember(members, ref names) is not { } member)
            {
                return null;
            }

            members.Add(member);
            if (!TryComma(out expectsMember))
            {
                return null;
            }
        }
    }

    private JsonMember? ReadMember(List<JsonMember> before, ref HashSet<string>? names)
    {
        if (text[_position] != '"')
        {
            Fail(
                text[_position] == ',' ? "a member is missing before this comma" : "the name of a member is written in double quotes",
                Token());
            return null;
        }

        int start = _position;
        if (ReadString() is not { } name)
        {
            return null;
        }

        TextSpan nameSpan = TextSpan.FromBounds(start, _position);
        if (IsTaken(name, before, ref names))
        {
            Fail($"'{name}' occurs twice in the same object", nameSpan);
            return null;
        }

        if (!SkipWhiteSpace())
        {
            return null;
        }

        if (AtEnd() || text[_position] != ':')
        {
            Fail($"a colon and a value are missing after '{name}'", nameSpan);
            return null;
        }

        TextSpan colon = new(_position, 1);
        _position++;
        if (!SkipWhiteSpace())
        {
            return null;
        }

        if (AtEnd() || text[_position] is ',' or '}')
        {
            Fail($"the value of '{name}' is missing", colon);
            return null;
        }

        return ReadValue() is { } value ? new JsonMember(name, nameSpan, value) : null;
    }

    /// <summary>Whether an object has a member already; a set of names is only worth its cost for a large one.</summary>
    private static bool IsTaken(string name, List<JsonMember> before, ref HashSet<string>? names)
    {
        if (before.Count <= JsonNode.LinearSearchLimit)
        {
            return before.Exists(m => string.Equals(m.Name, name, StringComparison.Ordinal));
        }

        names ??= new HashSet<string>(before.Select(static m => m.Name), StringComparer.Ordinal);
        return !names.Add(name);
    }

    private JsonNode? ReadArray()
    {
        int start = _position;
        if (!Enter())
        {
            return null;
        }

        var items = new List<JsonNode>();
        bool expectsItem = false;
        while (true)
        {
            if (!SkipWhiteSpace())
            {
                return null;
            }

            if (AtEnd())
            {
                return Fail("this '[' is never closed", new TextSpan(start, 1));
            }

            char c = text[_position];
            if (c == ']')
            {
                if (expectsItem)
                {
                    return TrailingComma();
                }

                _depth--;
                _position++;
                return new JsonNode(JsonNodeKind.Array, TextSpan.FromBounds(start, _position), "", items: items);
            }

            if (items.Count > 0 && !expectsItem)
            {
                return Fail(c is '}' or ':' ? "expected ',' or ']' after an element" : "a comma is missing before this element", Token());
            }

            if (c == ',')
            {
                return Fail("an element is missing before this comma", Token());
            }

            if (ReadValue() is not { } item)
            {
                return null;
            }

            items.Add(item);
            if (!TryComma(out expectsItem))
            {
                return null;
            }
        }
    }

    private JsonNode? ReadNumber()
    {
        int start = _position;
        TextSpan token = Token();
        string number = text.Substring(token.Start, token.Length);
        if (JsonNumber.Check(number) is { } problem)
        {
            return Fail(problem, token);
        }

        _position = token.End;
        return new JsonNode(JsonNodeKind.Number, TextSpan.FromBounds(start, _position), number);
    }

    private JsonNode? ReadLiteral()
    {
        TextSpan token = Token();
        string literal = text.Substring(token.Start, token.Length);
        JsonNodeKind? kind = literal switch
        {
            "true" => JsonNodeKind.True,
            "false" => JsonNodeKind.False,
            "null" => JsonNodeKind.Null,
            _ => null,
        };
        if (kind is null)
        {
            return Fail(ExplainLiteral(literal), token);
        }

        _position = token.End;
        return new JsonNode(kind.Value, token, literal);
    }

    private string? ReadString()
    {
        string? value = _strings.Read(ref _position, out JsonProblem? problem);
        Problem ??= problem;
        return value;
    }

    private bool Enter()
    {
        if (++_depth > JsonReader.MaxDepth)
        {
            Fail($"containers are nested deeper than {JsonReader.MaxDepth.ToString(CultureInfo.InvariantCulture)} levels", new TextSpan(_position, 1));
            return false;
        }

        _position++;
        return true;
    }

    private bool TryComma(out bool found)
    {
        found = false;
        if (!SkipWhiteSpace())
        {
            return false;
        }

        if (!AtEnd() && text[_position] == ',')
        {
            found = true;
            _position++;
        }

        return true;
    }
}
