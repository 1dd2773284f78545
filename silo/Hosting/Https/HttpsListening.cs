using System;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Aggregation.Silo.Hosting.Https;

/// <summary>Has the server show the <see cref="HttpsCertificate"/> of the moment at every address with https.</summary>
/// <param name="certificate">The certificate.</param>
public sealed class HttpsListening(HttpsCertificate certificate) : IConfigureOptions<KestrelServerOptions>
{
    /// <inheritdoc/>
    public void Configure(KestrelServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ConfigureHttpsDefaults(https =>
        {
            https.ServerCertificateSelector = (_, _) => certificate.Current.TargetCertificate;
            // The selector alone would leave out the certificates between this one and the root.
            https.OnAuthenticate = (_, connection) =>
            {
                connection.ServerCertificateSelectionCallback = null;
                connection.ServerCertificateContext = certificate.Current;
            };
        });
    }
}
