using System;
using System.Text;
using System.Text.Json;

namespace Aggregation.Api.Http;

/// <summary>The fields that an object of the contract may have.</summary>
/// <param name="names">Their names, at most 31.</param>
internal sealed class FieldNames(params string[] names)
{
    private readonly byte[][] encoded = Array.ConvertAll(names, Encoding.UTF8.GetBytes);

    /// <summary>All of them.</summary>
    public ReadOnlySpan<string> Names => names;

    /// <summary>A field's name.</summary>
    public string NameOf(int field) => names[field];

    /// <summary>The place of the name that a reader stands at; −1 when it is none of these.</summary>
    public int Find(ref Utf8JsonReader json)
    {
        for (var field = 0; field < encoded.Length; field++)
        {
            if (json.ValueTextEquals(encoded[field]))
                return field;
        }

        return -1;
    }
}
