using System;
using System.Collections.Immutable;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Aggregation.Ledger.Seals;

/// <summary>A secret that rows are sealed with. It is kept outside the ledger, which knows only its fingerprint.</summary>
public sealed class SealKey
{
    /// <summary>The fewest characters of a key.</summary>
    public const int MinLength = 32;

    private const int MaxLength = 256;

    private SealKey(string text)
    {
        Secret = Encoding.ASCII.GetBytes(text);
        Fingerprint = Convert.ToHexStringLower(HMACSHA256.HashData(Secret, "aggregation seal key"u8)[..8]);
    }

    /// <summary>16 hexadecimal digits by which the key is spoken of; they say nothing about it.</summary>
    public string Fingerprint { get; }

    /// <summary>The key of the HMAC.</summary>
    internal byte[] Secret { get; }

    /// <summary>
    /// Reads keys, the one that seals first and those that sealed before it after it, separated by spaces, commas or lines.
    /// </summary>
    /// <param name="name">The setting, for sentences.</param>
    /// <param name="text">Its keys.</param>
    /// <exception cref="LedgerStartException">There is none, or one is too short, too long or has other characters.</exception>
    public static ImmutableArray<SealKey> ReadAll(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            throw Wrong(name, "no key");
        if (Array.Find(parts, part => part.Length is < MinLength or > MaxLength
            || !part.All(letter => letter is > ' ' and <= '~')) is { } wrong)
        {
            throw Wrong(name, $"a key of {wrong.Length} characters");
        }

        return [.. parts.Select(part => new SealKey(part)).DistinctBy(key => key.Fingerprint, StringComparer.Ordinal)];
    }

    /// <summary>Makes a text that is a key.</summary>
    public static string Make() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <inheritdoc/>
    public override string ToString() => Fingerprint;

    private static LedgerStartException Wrong(string name, string what) =>
        new($"{name} holds {what}; it must hold {MinLength} to {MaxLength} letters, digits and signs without spaces, such as the output "
            + "of 'openssl rand -hex 32'.");
}
