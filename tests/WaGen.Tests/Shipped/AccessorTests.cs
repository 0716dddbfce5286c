using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using WaGen.Tests.Generated;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>What handlers read through the properties of an event is what the body holds there, member by member.</summary>
public sealed class AccessorTests
{
    [Fact]
    public void The_properties_of_every_event_read_what_was_received()
    {
        var reception = new Reception();
        var read = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        reception.Calls.Shown = (path, view) => AddValues(view, read[path] = []);
        int events = 0;
        foreach ((string name, byte[] body) in Bodies.Examples.Concat(Bodies.Names.Select(static n => (n, Bodies.Read(n)))))
        {
            read.Clear();
            reception.Receive(body);
            IReadOnlyList<InspectedMember> typed = WebhookInspection.Read(WhatsAppContract.Instance, body).Typed;
            foreach ((string path, List<string> values) in read)
            {
                // An open object without listed members is read through its JSON alone.
                IEnumerable<InspectedMember> members = typed.Where(m => m.Path.StartsWith(path + ".", StringComparison.Ordinal) && (m.Type is not "raw" || values.Count > 0));
                IEnumerable<string> expected = members.Select(Value).Where(static v => v.Length > 0);
                Assert.True(
                    expected.Order(StringComparer.Ordinal).SequenceEqual(values.Order(StringComparer.Ordinal), StringComparer.Ordinal),
                    $"{name}: {path} holds\n{string.Join('\n', expected.Order(StringComparer.Ordinal))}\nand its properties read\n{string.Join('\n', values.Order(StringComparer.Ordinal))}");
                events++;
            }
        }

        Assert.True(events > 400, $"only {events} events were read");
    }

    /// <summary>A value of the wire in the form in which <see cref="AddValues"/> has it; empty for what reads as absent.</summary>
    private static string Value(InspectedMember member) => member switch
    {
        { Value.Kind: JsonKind.Null } => string.Empty,
        { Type: "number" } => Number(Text(member.Value)),
        { Type: "integer" or "unix-time" } => long.Parse(Text(member.Value), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        _ => Text(member.Value),
    };

    private static string Text(RawJson value) => value.Kind == JsonKind.String ? value.GetString()! : Encoding.UTF8.GetString(value.Utf8);

    private static string Number(string text) => double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);

    private static void AddValues(object view, List<string> values)
    {
        PropertyInfo[] properties = [.. view.GetType().GetProperties().Where(static p => !p.PropertyType.IsByRefLike && p.Name is not ("Json" or "IsPresent"))];
        foreach (PropertyInfo property in properties)
        {
            // The text of an enumeration stands in a property of its own, unknown texts included.
            Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (!type.IsEnum)
            {
                AddValue(property.GetValue(view), values);
            }
        }
    }

    private static void AddValue(object? value, List<string> values)
    {
        switch (value)
        {
            case null or "":
                break;
            case string text:
                values.Add(text);
                break;
            case bool flag:
                values.Add(flag ? "true" : "false");
                break;
            case DateTimeOffset time:
                values.Add(time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
                break;
            case decimal or double:
                values.Add(Number(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)));
                break;
            case long number:
                values.Add(number.ToString(CultureInfo.InvariantCulture));
                break;
            case RawJson raw:
                AddRaw(raw, values);
                break;
            case TextMap map:
                map.ToList().ForEach(entry => AddValue(entry.Value, values));
                break;
            case IEnumerable list:
                foreach (object? element in list)
                {
                    AddValue(element, values);
                }

                break;
            default:
                AddValues(value, values);
                break;
        }
    }

    private static void AddRaw(RawJson raw, List<string> values)
    {
        foreach (RawJson element in raw.EnumerateArray())
        {
            AddRaw(element, values);
        }

        foreach (RawJsonMember member in raw.EnumerateObject())
        {
            AddRaw(member.Value, values);
        }

        if (raw.Kind is JsonKind.String or JsonKind.Number or JsonKind.True or JsonKind.False)
        {
            AddValue(Text(raw), values);
        }
    }
}
