using System;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Aggregation.Domain.Reports;

namespace Aggregation.Api.Http;

/// <summary>
/// Reads a JSON body field by field and notes everything that the contract does not allow, each with its pointer: wrong
/// types, unknown and duplicate fields, numbers that are not plain whole numbers, half characters. A fault never stops
/// it, except where the text is not JSON at all (<see cref="JsonException"/>).
/// </summary>
internal ref struct StrictJson
{
    /// <summary>How deep a body may nest; the contract itself needs six levels.</summary>
    public const int MaxDepth = 16;

    // More faults than anybody reads; the answer must not outgrow the question without bound.
    private const int MaxFaults = 10_000;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    private readonly List<Fault> faults;
    private readonly (string? Name, int Index)[] path = new (string?, int)[MaxDepth];
    private Utf8JsonReader json;
    private int depth;

    /// <summary>Stands before a body.</summary>
    public StrictJson(ReadOnlySpan<byte> body, List<Fault> faults)
    {
        this.faults = faults;
        json = new Utf8JsonReader(body.StartsWith("\uFEFF"u8) ? body[3..] : body, Options);
    }

    /// <summary>Reads a whole body by <paramref name="read"/>; what is wrong with it is in <paramref name="faults"/>.</summary>
    public static void ReadBody(ReadOnlySpan<byte> body, List<Fault> faults, Reader read)
    {
        if (!Utf8.IsValid(body))
        {
            faults.Add(Fault.At("", BodyFaultCode.NotUtf8, Text(FirstInvalid(body) + 1)));
            return;
        }

        var input = new StrictJson(body, faults);
        try
        {
            input.json.Read();
            read(ref input);
            while (input.json.Read())
            {
                // What a reader leaves unread (a batch far too long) is of no interest, but must not be taken for wrong.
            }
        }
        catch (JsonException exception)
        {
            input.AddSyntaxFault(exception);
        }
    }

    /// <summary>Reads a body from its first token.</summary>
    public delegate void Reader(ref StrictJson json);

    /// <summary>True at the value <c>null</c>.</summary>
    public readonly bool IsNull => json.TokenType == JsonTokenType.Null;

    /// <summary>Enters an object. Otherwise notes the wrong type and passes over the value.</summary>
    public bool TryEnterObject(out int scope) => TryEnter(JsonTokenType.StartObject, "object", out scope);

    /// <summary>Enters a list. Otherwise notes the wrong type and passes over the value.</summary>
    public bool TryEnterArray(out int scope) => TryEnter(JsonTokenType.StartArray, "array", out scope);

    /// <summary>Goes to the value of the next field that the object may have; notes and passes over all others.</summary>
    /// <param name="scope">The object's scope.</param>
    /// <param name="fields">The fields it may have.</param>
    /// <param name="seen">Which were seen, one bit each; 0 at first.</param>
    /// <param name="field">The field's place in <paramref name="fields"/>.</param>
    /// <returns>False at the end of the object.</returns>
    public bool TryNextField(int scope, FieldNames fields, ref int seen, out int field)
    {
        while (true)
        {
            depth = scope;
            json.Read();
            field = -1;
            if (json.TokenType == JsonTokenType.EndObject)
                return false;

            field = HasLoneSurrogate() ? -1 : fields.Find(ref json);
            if (field < 0)
            {
                AddUnknown(fields);
                continue;
            }

            Push(fields.NameOf(field), 0);
            if ((seen & (1 << field)) == 0)
            {
                seen |= 1 << field;
                json.Read();
                return true;
            }

            Add(BodyFaultCode.DuplicateField, fields.NameOf(field));
            json.Skip();
        }
    }

    /// <summary>Goes to the value under the next name of an object whose names are data.</summary>
    /// <param name="scope">The object's scope.</param>
    /// <param name="known">Names that are likely.</param>
    /// <param name="seen">The names seen so far.</param>
    /// <param name="name">The name.</param>
    /// <returns>False at the end of the object.</returns>
    public bool TryNextName(int scope, KnownNames known, ref SeenNames seen, out string name)
    {
        while (true)
        {
            depth = scope;
            json.Read();
            name = "";
            if (json.TokenType == JsonTokenType.EndObject)
                return false;

            if (HasLoneSurrogate())
            {
                Add(BodyFaultCode.LoneSurrogate);
                json.Skip();
                continue;
            }

            name = known.Read(ref json);
            Push(name, 0);
            if (seen.Add(name))
            {
                json.Read();
                return true;
            }

            Add(BodyFaultCode.DuplicateField, name);
            json.Skip();
        }
    }

    /// <summary>Goes to the next item of a list.</summary>
    /// <param name="scope">The list's scope.</param>
    /// <param name="index">The item's place; −1 at first.</param>
    /// <returns>False at the end of the list.</returns>
    public bool TryNextItem(int scope, ref int index)
    {
        depth = scope;
        json.Read();
        if (json.TokenType == JsonTokenType.EndArray)
            return false;
        Push(null, ++index);
        return true;
    }

    /// <summary>The string here; null after noting what stands here instead.</summary>
    public string? ReadString(KnownNames? known = null)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            AddWrongType("string");
            return null;
        }

        if (!HasLoneSurrogate())
            return known is null ? json.GetString() : known.Read(ref json);
        Add(BodyFaultCode.LoneSurrogate);
        return null;
    }

    /// <summary>The whole number here; null after noting what stands here instead.</summary>
    public WholeNumber? ReadWholeNumber()
    {
        if (json.TokenType != JsonTokenType.Number)
        {
            AddWrongType("number");
            return null;
        }

        var digits = json.ValueSpan;
        if (digits.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0)
        {
            Add(BodyFaultCode.NotWhole, Shortened(digits));
            return null;
        }

        return Utf8Parser.TryParse(digits, out long value, out _)
            ? new WholeNumber(value)
            : new WholeNumber(digits[0] == (byte)'-' ? long.MinValue : long.MaxValue, Shortened(digits));
    }

    /// <summary>Notes a fault at the present place.</summary>
    public readonly void Add(string code, params ReadOnlySpan<string> arguments)
    {
        if (faults.Count < MaxFaults)
            faults.Add(Fault.At(Pointer(), code, arguments));
    }

    /// <summary>Notes that a field without which nothing can be done is not there.</summary>
    public readonly void AddMissing(string name)
    {
        if (faults.Count < MaxFaults)
            faults.Add(Fault.At(JsonPointer.Of(Pointer(), name), FaultCode.MissingField));
    }

    private static string Shortened(ReadOnlySpan<byte> digits) => Encoding.UTF8.GetString(digits.Length > 100 ? digits[..100] : digits);

    private static int FirstInvalid(ReadOnlySpan<byte> body)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(body[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
            position += length;
        return position;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private bool TryEnter(JsonTokenType type, string name, out int scope)
    {
        scope = depth;
        if (json.TokenType == type)
            return true;
        AddWrongType(name);
        return false;
    }

    private void AddWrongType(string right)
    {
        var found = json.TokenType switch
        {
            JsonTokenType.StartObject => "object",
            JsonTokenType.StartArray => "array",
            JsonTokenType.String => "string",
            JsonTokenType.Number => "number",
            JsonTokenType.Null => "null",
            _ => "boolean",
        };
        Add(BodyFaultCode.WrongType, right, found);
        json.Skip();
    }

    private void AddUnknown(FieldNames fields)
    {
        if (HasLoneSurrogate())
        {
            Add(BodyFaultCode.LoneSurrogate);
        }
        else
        {
            var name = json.GetString()!;
            if (faults.Count < MaxFaults)
                faults.Add(Fault.At(JsonPointer.Of(Pointer(), name), BodyFaultCode.UnknownField, [name, .. fields.Names]));
        }

        json.Skip();
    }

    private readonly void AddSyntaxFault(JsonException exception)
    {
        var nesting = json.CurrentDepth + (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
        if (nesting >= MaxDepth)
            Add(BodyFaultCode.TooDeep, Text(MaxDepth));
        else
            Add(BodyFaultCode.NotJson, Text((exception.LineNumber ?? 0) + 1), Text((exception.BytePositionInLine ?? 0) + 1));
    }

    private void Push(string? name, int index) => path[depth++] = (name, index);

    private readonly string Pointer()
    {
        var pointer = "";
        for (var step = 0; step < depth; step++)
            pointer = path[step].Name is { } name ? JsonPointer.Of(pointer, name) : JsonPointer.Of(pointer, path[step].Index);
        return pointer;
    }

    // The reader itself has seen to it that four hexadecimal digits follow every \u.
    private readonly bool HasLoneSurrogate()
    {
        if (!json.ValueIsEscaped)
            return false;
        var text = json.ValueSpan;
        var expectsLow = false;
        while (!text.IsEmpty)
        {
            var unit = text is [(byte)'\\', (byte)'u', ..] ? UnitOf(text.Slice(2, 4)) : -1;
            var isLow = unit is >= 0xDC00 and <= 0xDFFF;
            if (isLow != expectsLow)
                return true;
            expectsLow = unit is >= 0xD800 and <= 0xDBFF;
            text = text[(unit >= 0 ? 6 : text[0] == (byte)'\\' ? 2 : 1)..];
        }

        return expectsLow;
    }

    private static int UnitOf(ReadOnlySpan<byte> hexadecimal)
    {
        Span<byte> unit = stackalloc byte[2];
        Convert.FromHexString(hexadecimal, unit, out _, out _);
        return BinaryPrimitives.ReadUInt16BigEndian(unit);
    }
}
