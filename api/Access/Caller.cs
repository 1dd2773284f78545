using Aggregation.Api.Http;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Access;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Access;

/// <summary>Who sends a request: a key, directly or through a session cookie, or nobody in particular.</summary>
/// <param name="Key">The key; null for an anonymous request.</param>
/// <param name="ReadsAnything">True where reads are open to everybody (<c>Security:PublicRead</c>).</param>
/// <param name="Sender">Whom limits count: the key's id or, without a key, the address.</param>
/// <param name="Session">The session by which the key was named; null when it was sent itself.</param>
public sealed record Caller(AccessKey? Key, bool ReadsAnything, object Sender, AccessSession? Session = null)
{
    /// <summary>
    /// What the request is answered with, whatever it asks for: its key or its cookie is wrong; null for none or a good one.
    /// </summary>
    internal ProblemResult? Refusal { get; init; }

    /// <summary>The caller of a request, as <see cref="KeyAuthenticationHandler"/> found it.</summary>
    public static Caller Of(HttpContext context) => Find(context)!;

    /// <summary>The caller of a request; null where nobody asks, as at <c>/health</c>.</summary>
    public static Caller? Find(HttpContext context) => context.Items.TryGetValue(typeof(Caller), out var caller) ? (Caller)caller! : null;

    /// <summary>Leaves the caller with the request.</summary>
    public void Attach(HttpContext context) => context.Items[typeof(Caller)] = this;

    /// <summary>True when the caller may read the figures of a unit.</summary>
    public bool MayRead(Edition edition, int index) => ReadsAnything || Reaches(edition, index);

    /// <summary>True when the caller may report for a unit.</summary>
    public bool MayReport(Edition edition, int index) =>
        Key is { Role: AccessRole.Reporter or AccessRole.Admin } && Reaches(edition, index);

    /// <summary>True when the caller may do the admin calls on a unit.</summary>
    public bool MayAdminister(Edition edition, int index) => Key is { Role: AccessRole.Admin } && Reaches(edition, index);

    // A key of the nation reaches every edition; any other one only its own, where alone its unit's code has a meaning.
    private bool Reaches(Edition edition, int index)
    {
        if (Key is null)
            return false;
        if (string.Equals(Key.Unit, edition.Units[0].Code, System.StringComparison.Ordinal))
            return true;
        return string.Equals(Key.Edition, edition.Name, System.StringComparison.Ordinal)
            && edition.IndexOf(Key.Unit) is >= 0 and var area
            && edition.IsWithin(index, area);
    }
}
