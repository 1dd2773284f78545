using System.IO;

namespace Aggregation.Silo.Hosting.Certificates;

/// <summary>Where a certificate and its private key are.</summary>
/// <param name="Setting">The setting that names the certificate, for sentences: <c>Https:Certificate</c>.</param>
/// <param name="Certificate">The file: PEM, with the certificates that lead to the root after it, or PFX.</param>
/// <param name="Key">The file of its private key, PEM; null when the key is in the certificate's own file.</param>
/// <param name="Password">What the key is encrypted with; null when it is not.</param>
public sealed record CertificateFiles(string Setting, string Certificate, string? Key, string? Password)
{
    /// <summary>True when the file is PFX (PKCS #12) by its name.</summary>
    public bool IsPfx => Path.GetExtension(Certificate).ToUpperInvariant() is ".PFX" or ".P12";

    /// <summary>Those that are set, with their values.</summary>
    internal string Description => $"{Setting} is '{Certificate}'"
        + (Key is null ? "" : $" with {Setting.Replace("Certificate", "Key", System.StringComparison.Ordinal)} '{Key}'");
}
