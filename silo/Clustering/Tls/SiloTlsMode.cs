namespace Aggregation.Silo.Clustering.Tls;

/// <summary>
/// How silos speak to each other (<c>Orleans:Tls</c>). A running cluster goes from one to the next, all silos before any goes on.
/// </summary>
internal enum SiloTlsMode
{
    /// <summary>Plainly, and with nobody who speaks TLS: on loopback only.</summary>
    Off,

    /// <summary>Plainly, and understanding TLS: the first step of a cluster that spoke plainly.</summary>
    Accepted,

    /// <summary>By TLS, and understanding who speaks plainly: the second step.</summary>
    Spoken,

    /// <summary>By TLS, and with nobody else.</summary>
    Required,
}
