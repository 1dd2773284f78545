using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aggregation.Contracts;

/// <summary>Writes an instant in UTC to the microsecond, the ledger's own precision: <c>2017-03-01T00:00:00.000000Z</c>.</summary>
public sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>The form, for UTC.</summary>
    public const string Form = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<char> text = stackalloc char[Form.Length];
        value.UtcDateTime.TryFormat(text, out _, Form, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text);
    }
}
