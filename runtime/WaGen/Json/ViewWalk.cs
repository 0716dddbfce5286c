using System.Text;

namespace WaGen.Runtime;

/// <summary>Visits what the typed members of bound views hold, in the order received.</summary>
/// <remarks>
/// While a document has a walk, its binder binds nothing: it is asked to bind each member a second time, finds the slot taken, and tells
/// the walk instead. So a walk sees exactly the names, slots and types that the printed code uses, without a second table of them.
/// The document must belong to the walk alone.
/// </remarks>
internal abstract class ViewWalk(WebhookDocument document)
{
    /// <summary>Gets the block of the object that is about to be visited.</summary>
    internal int Pending { get; private set; }

    /// <summary>Gets the document.</summary>
    protected WebhookDocument Document => document;

    /// <summary>Visits the members of a bound object.</summary>
    /// <typeparam name="T">The view of the object.</typeparam>
    /// <param name="block">The block that it was bound to.</param>
    public void Visit<T>(int block)
        where T : struct, IJsonView<T>
    {
        document.Walk = this;
        try
        {
            VisitObject<T>(block);
        }
        finally
        {
            document.Walk = null;
        }
    }

    /// <summary>Takes the members of the object that is visited: asks for each to be bound again.</summary>
    /// <typeparam name="T">The generated type of the object; for a union its variant.</typeparam>
    /// <returns>The block of the object.</returns>
    internal int Members<T>(JsonBinder binder, int node, int slotCount, bool isOpen)
        where T : struct, IJsonView<T>
    {
        int block = Pending;
        Dictionary<string, int> last = LastOfEachName(binder, node);
        int[] bound = SlotsOf(block, slotCount).ToArray();
        JsonMembers members = binder.Members(node);
        while (members.MoveNext(out ReadOnlySpan<byte> name, out int value))
        {
            if (last[Encoding.UTF8.GetString(name)] != value)
            {
                continue;
            }

            if (!T.BindMember(binder, block, name, value))
            {
                if (isOpen)
                {
                    Other(value);
                }
                else
                {
                    Unknown(value);
                }
            }
            else if (!SlotsOf(block, slotCount).SequenceEqual(bound))
            {
                // The member came under another name, too, where it was not readable. So its slot was empty and must stay so.
                bound.CopyTo(SlotsOf(block, slotCount));
                Unknown(value);
            }
        }

        return block;
    }

    /// <summary>Takes a scalar or raw member.</summary>
    /// <param name="place">What its slot holds.</param>
    /// <param name="value">The tape index of the value.</param>
    /// <param name="fits">Whether the value fits the member.</param>
    /// <param name="member">How the member is bound.</param>
    /// <param name="forms">How numbers, times and booleans may be written.</param>
    internal void Scalar(int place, int value, bool fits, ViewMember member, ScalarForms forms)
    {
        if (place == value)
        {
            BeginMember(value - 1);
            Typed(value, member);
        }
        else
        {
            Unbound(value, fits, member, forms);
        }
    }

    /// <summary>Takes a member that an open object does not list.</summary>
    internal void Other(int value)
    {
        BeginMember(value - 1);
        Typed(value, ViewMember.Raw);
    }

    /// <summary>Takes an object member.</summary>
    internal void Object<T>(int place, int value)
        where T : struct, IJsonView<T>
    {
        if (IsBound(place, value, ViewMember.Object))
        {
            BeginMember(value - 1);
            VisitObject<T>(place);
        }
    }

    /// <summary>Takes an array of objects.</summary>
    internal void List<T>(int place, int value)
        where T : struct, IJsonView<T> => Elements(place, value, Element<T>);

    /// <summary>Takes an array of strings.</summary>
    internal void Texts(int place, int value) => Elements(place, value, TextElement);

    /// <summary>Takes an object with arbitrary names and objects as values.</summary>
    internal void Map<T>(int place, int value)
        where T : struct, IJsonView<T> => Entries(place, value, Element<T>);

    /// <summary>Takes an object with arbitrary names and strings as values.</summary>
    internal void TextMap(int place, int value) => Entries(place, value, TextElement);

    /// <summary>An object member, map entry or the value of one follows.</summary>
    protected virtual void BeginMember(int name)
    {
    }

    /// <summary>An object begins. Returns whether its members are visited.</summary>
    protected virtual bool EnterObject(int node) => true;

    /// <summary>An object begins.</summary>
    protected virtual void BeginObject()
    {
    }

    /// <summary>An object ends.</summary>
    protected virtual void EndObject()
    {
    }

    /// <summary>An array begins.</summary>
    protected virtual void BeginArray()
    {
    }

    /// <summary>An array ends.</summary>
    protected virtual void EndArray()
    {
    }

    /// <summary>A member or element holds a value.</summary>
    protected abstract void Typed(int value, ViewMember member);

    /// <summary>An array element or map value is absent to its reader; the wire has null or something of another kind.</summary>
    protected virtual void Absent()
    {
    }

    /// <summary>A member was received as null.</summary>
    protected abstract void Null(int value, ViewMember member);

    /// <summary>A value does not fit its member.</summary>
    protected virtual void Mismatch(int value, ViewMember member, ScalarForms forms)
    {
    }

    /// <summary>No member takes a value.</summary>
    protected virtual void Unknown(int value)
    {
    }

    private void VisitObject<T>(int block)
        where T : struct, IJsonView<T>
    {
        int node = document.Slots[block];
        if (EnterObject(node))
        {
            BeginObject();
            Pending = block;
            T.Bind(document.Binder, node);
            EndObject();
        }
    }

    private void Elements(int place, int value, Action<int, int> visit)
    {
        if (!IsBound(place, value, ViewMember.Array))
        {
            return;
        }

        BeginMember(value - 1);
        BeginArray();
        int element = value + 1;
        for (int i = 0; i < document.Slots[place + WebhookDocument.ListCount]; i++, element = document.TapeNodes[element].Next)
        {
            visit(document.Slots[place + WebhookDocument.ListHeader + i], element);
        }

        EndArray();
    }

    private void Entries(int place, int value, Action<int, int> visit)
    {
        if (!IsBound(place, value, ViewMember.Object))
        {
            return;
        }

        BeginMember(value - 1);
        BeginObject();
        for (int i = 0; i < document.Slots[place + WebhookDocument.ListCount]; i++)
        {
            int entry = place + WebhookDocument.ListHeader + (i * 2);
            int name = document.Slots[entry];
            BeginMember(name);
            visit(document.Slots[entry + 1], name + 1);
        }

        EndObject();
    }

    private void Element<T>(int block, int value)
        where T : struct, IJsonView<T>
    {
        if (block != 0)
        {
            VisitObject<T>(block);
            return;
        }

        Absent();
        Mismatch(value, ViewMember.Object, ScalarForms.None);
    }

    private void TextElement(int node, int value)
    {
        if (node == value)
        {
            Typed(value, ViewMember.Text);
            return;
        }

        Absent();
        Mismatch(value, ViewMember.Text, ScalarForms.None);
    }

    private bool IsBound(int place, int value, ViewMember member)
    {
        if (place != 0 && document.Slots[place] == value)
        {
            return true;
        }

        bool fits = document.TapeNodes[value].Kind == (member == ViewMember.Array ? JsonKind.Array : JsonKind.Object);
        Unbound(value, fits, member, ScalarForms.None);
        return false;
    }

    private void Unbound(int value, bool fits, ViewMember member, ScalarForms forms)
    {
        if (document.TapeNodes[value].Kind == JsonKind.Null)
        {
            BeginMember(value - 1);
            Null(value, member);
        }
        else if (!fits)
        {
            Mismatch(value, member, forms);
        }
        else
        {
            // The member came under another name, too, and that one counts.
            Unknown(value);
        }
    }

    private Span<int> SlotsOf(int block, int slotCount) => document.Slots.AsSpan(block + WebhookDocument.BlockHeader, slotCount);

    private static Dictionary<string, int> LastOfEachName(JsonBinder binder, int node)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        JsonMembers members = binder.Members(node);
        while (members.MoveNext(out ReadOnlySpan<byte> name, out int value))
        {
            last[Encoding.UTF8.GetString(name)] = value;
        }

        return last;
    }
}
