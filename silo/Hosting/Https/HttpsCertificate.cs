using System;
using Aggregation.Ledger;
using Aggregation.Silo.Hosting.Certificates;
using Microsoft.Extensions.Logging;

namespace Aggregation.Silo.Hosting.Https;

/// <summary>The certificate that is shown to whoever connects by HTTPS.</summary>
public sealed class HttpsCertificate : CertificateReloader
{
    /// <summary>Reads the certificate.</summary>
    /// <param name="files">Where it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where it is told until when it is valid, and that a new one cannot be used.</param>
    /// <exception cref="StartUpException">It cannot be used.</exception>
    public HttpsCertificate(CertificateFiles files, TimeProvider time, ILogger<HttpsCertificate> logger)
        : base(files, time, logger) => Open();
}
