using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Aggregation.Testing.Telemetry;

/// <summary>A message in Protocol Buffers' wire format, taken apart without its schema.</summary>
public sealed class WireMessage
{
    private readonly List<(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)> fields = [];

    public WireMessage(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var tag = ReadVarint(ref bytes);
            var number = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    fields.Add((number, ReadVarint(ref bytes), default));
                    break;
                case 1:
                    fields.Add((number, BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span), default));
                    bytes = bytes[8..];
                    break;
                case 2:
                    var length = (int)ReadVarint(ref bytes);
                    fields.Add((number, 0, bytes[..length]));
                    bytes = bytes[length..];
                    break;
                case 5:
                    fields.Add((number, BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span), default));
                    bytes = bytes[4..];
                    break;
                default:
                    throw new FormatException($"There is no wire type {(tag & 7).ToString(CultureInfo.InvariantCulture)}.");
            }
        }
    }

    /// <summary>True when a field is there.</summary>
    public bool Has(int number) => fields.Exists(field => field.Number == number);

    /// <summary>The messages in a repeated field, or in one that is there once.</summary>
    public IEnumerable<WireMessage> Messages(int number) =>
        fields.Where(field => field.Number == number).Select(field => new WireMessage(field.Bytes));

    /// <summary>The message in a field; an empty one where it is not there.</summary>
    public WireMessage Message(int number) => Messages(number).LastOrDefault() ?? new WireMessage(default);

    /// <summary>The text in a field; empty where it is not there.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(Bytes(number).Span);

    /// <summary>The bytes of a field as digits; empty where it is not there.</summary>
    public string Hex(int number) => Convert.ToHexStringLower(Bytes(number).Span);

    /// <summary>The number in a field; 0 where it is not there.</summary>
    public ulong Number(int number) => fields.LastOrDefault(field => field.Number == number).Value;

    /// <summary>The floating-point number in a field; 0 where it is not there.</summary>
    public double Double(int number) => BitConverter.UInt64BitsToDouble(Number(number));

    private ReadOnlyMemory<byte> Bytes(int number) => fields.LastOrDefault(field => field.Number == number).Bytes;

    private static ulong ReadVarint(ref ReadOnlyMemory<byte> bytes)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes.Span[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
