using System.Runtime.CompilerServices;

namespace WaGen.Runtime;

/// <summary>Members. A name is given as <c>,"name":</c>; what is null is left out.</summary>
public ref partial struct PayloadWriter
{
    /// <summary>Writes a member that always has the same value.</summary>
    /// <param name="member">Comma, name, colon and value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Constant(ReadOnlySpan<byte> member)
    {
        if (_source is not null)
        {
            ConstantOrAsReceived(member);
        }
        else
        {
            Name(member);
        }
    }

    /// <summary>Writes a text.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Text(ReadOnlySpan<byte> name, string? value)
    {
        // Most members of most messages are null, which is to cost nothing.
        if (_source is not null)
        {
            TextOrAsReceived(name, value);
        }
        else if (value is not null)
        {
            CopyName(name);
            Append(name.Length, value);
        }
    }

    /// <summary>Writes a whole number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="form">Whether it is written as a number or as a string.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Integer(ReadOnlySpan<byte> name, long? value, ScalarForms form = ScalarForms.Number)
    {
        if (_source is not null)
        {
            NumberOrAsReceived(name, value, form);
        }
        else if (value is not null)
        {
            CopyName(name);
            Number(name.Length, value.GetValueOrDefault(), form);
        }
    }

    /// <summary>Writes a decimal number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="form">Whether it is written as a number or as a string.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Decimal(ReadOnlySpan<byte> name, decimal? value, ScalarForms form = ScalarForms.Number)
    {
        if (_source is not null)
        {
            NumberOrAsReceived(name, value, form);
        }
        else if (value is not null)
        {
            CopyName(name);
            Number(name.Length, value.GetValueOrDefault(), form);
        }
    }

    /// <summary>Writes a floating-point number; one that is not finite has no form in JSON and is left out.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="form">Whether it is written as a number or as a string.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Double(ReadOnlySpan<byte> name, double? value, ScalarForms form = ScalarForms.Number)
    {
        value = value is { } number && double.IsFinite(number) ? number : null;
        if (_source is not null)
        {
            NumberOrAsReceived(name, value, form);
        }
        else if (value is not null)
        {
            CopyName(name);
            Number(name.Length, value.GetValueOrDefault(), form);
        }
    }

    /// <summary>Writes a time as whole seconds since 1970.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="form">Whether it is written as a number or as a string.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void UnixTime(ReadOnlySpan<byte> name, DateTimeOffset? value, ScalarForms form = ScalarForms.Number) => Integer(name, value?.ToUnixTimeSeconds(), form);

    /// <summary>Writes a truth value.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="form">Whether it is written as itself or as a string.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Boolean(ReadOnlySpan<byte> name, bool? value, ScalarForms form = ScalarForms.Number)
    {
        if (_source is not null)
        {
            BooleanOrAsReceived(name, value, form);
        }
        else if (value is not null)
        {
            Name(name);
            Append(Form(value.GetValueOrDefault(), form));
        }
    }

    /// <summary>Writes a value of an enumeration; one that has no text is left out.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <typeparam name="TWire">Its texts.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enum<T, TWire>(ReadOnlySpan<byte> name, T? value)
        where T : struct, Enum
        where TWire : struct, IPayloadTexts<T>
    {
        ReadOnlySpan<byte> text = value is null ? default : TWire.Text(value.GetValueOrDefault());
        if (_source is not null)
        {
            EnumOrAsReceived(name, text);
        }
        else if (!text.IsEmpty)
        {
            Name(name);
            AppendQuoted(text);
        }
    }
}
