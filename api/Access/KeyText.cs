using System;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Aggregation.Ledger.Access;

namespace Aggregation.Api.Access;

/// <summary>Keys as text: <c>agg_ID_SECRET</c>, the secret 256 random bits in base64url.</summary>
public static class KeyText
{
    /// <summary>The longest text that may be a key.</summary>
    public const int MaxLength = 512;

    private const int MaxSaltLength = 64;
    private const string Prefix = "agg_";
    private const int SecretLength = 43;
    private const int IdLength = 10;
    private const string IdLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Makes a new id and key.</summary>
    public static (string Id, string Key) Make()
    {
        var id = RandomNumberGenerator.GetString(IdLetters, IdLength);
        return (id, $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}");
    }

    /// <summary>The id within a key, or null when the text has another form.</summary>
    public static string? IdOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var separator = key.Length - SecretLength - 1;
        return separator > Prefix.Length
            && separator <= Prefix.Length + 32
            && key[separator] == '_'
            && key.StartsWith(Prefix, StringComparison.Ordinal)
            ? key[Prefix.Length..separator]
            : null;
    }

    /// <summary>What is stored of a key.</summary>
    public static byte[] Hash(byte[] salt, string key)
    {
        ArgumentNullException.ThrowIfNull(salt);
        ArgumentNullException.ThrowIfNull(key);
        return SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(key)]);
    }

    /// <summary>True when a key is the one stored; takes the same time either way.</summary>
    public static bool Matches(AccessKey stored, string key)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length > MaxLength)
            return false;
        Span<byte> salted = stackalloc byte[MaxSaltLength + (MaxLength * 3)];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        stored.Salt.CopyTo(salted);
        var length = stored.Salt.Length + Encoding.UTF8.GetBytes(key, salted[stored.Salt.Length..]);
        SHA256.HashData(salted[..length], hash);
        return CryptographicOperations.FixedTimeEquals(stored.Hash, hash);
    }
}
