using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Text.Json;

namespace Aggregation.Api.Http;

/// <summary>Names that are likely in an input: reading one of them makes no new string.</summary>
/// <param name="names">The names.</param>
internal sealed class KnownNames(IEnumerable<string> names)
{
    private const int MaxLength = 64;

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> known =
        names.ToFrozenDictionary(name => name, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name or string that a reader stands at; it must hold no lone surrogate.</summary>
    public string Read(ref Utf8JsonReader json)
    {
        if (json.ValueSpan.Length > MaxLength)
            return json.GetString()!;
        Span<char> text = stackalloc char[MaxLength];
        text = text[..json.CopyString(text)];
        return known.TryGetValue(text, out var name) ? name : text.ToString();
    }
}
