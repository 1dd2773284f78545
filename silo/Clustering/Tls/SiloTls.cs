using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Silo.Hosting.Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Connections.Security;
using Orleans.Hosting;

namespace Aggregation.Silo.Clustering.Tls;

/// <summary>Has silos know each other by certificates, both sides of every connection.</summary>
internal static class SiloTls
{
    // Whoever connects speaks at once; a stranger does not hold a connection by silence.
    private static readonly TimeSpan FirstWord = TimeSpan.FromSeconds(10);

    /// <summary>Sets the silo up for TLS.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="settings">How, and by which certificates.</param>
    /// <param name="cluster">The name that they bear.</param>
    public static void UseMutualTls(this ISiloBuilder silo, SiloTlsSettings settings, string cluster)
    {
        silo.Services.AddCertificate(provider => ActivatorUtilities.CreateInstance<SiloCertificate>(provider, settings, cluster));
        silo.Services.AddSingleton<SiloConnections>();
        silo.Services.AddSingleton<IConfigureOptions<SiloConnectionOptions>>(provider =>
            new ConfigureOptions<SiloConnectionOptions>(options => Configure(options, provider)));

        void Configure(SiloConnectionOptions options, IServiceProvider provider)
        {
            var tls = OptionsOf(provider.GetRequiredService<SiloCertificate>(), cluster);
            var connections = provider.GetRequiredService<SiloConnections>();
            options.ConfigureSiloInboundConnection(Accept);
            options.ConfigureGatewayInboundConnection(Accept);
            options.ConfigureSiloOutboundConnection(outbound =>
            {
                outbound.Use(connections.Follow);
                if (settings.Mode != SiloTlsMode.Accepted)
                    outbound.UseClientTls(tls);
            });

            void Accept(IConnectionBuilder inbound)
            {
                inbound.Use(connections.Follow);
                if (settings.Mode == SiloTlsMode.Required)
                    inbound.UseServerTls(tls);
                else
                    inbound.Use(plain => Either(inbound.ApplicationServices, tls, plain));
            }
        }
    }

    private static TlsOptions OptionsOf(SiloCertificate certificate, string cluster) => new()
    {
        LocalServerCertificateSelector = (_, _) => certificate.Own,
        LocalClientCertificateSelector = (_, _, _, _, _) => certificate.Own,
        RemoteCertificateMode = RemoteCertificateMode.RequireCertificate,
        RemoteCertificateValidation = (remote, _, _) => certificate.IsOfCluster(remote),
        OnAuthenticateAsClient = (_, options) => options.TargetHost = cluster,
    };

    private static ConnectionDelegate Either(IServiceProvider services, TlsOptions options, ConnectionDelegate plain)
    {
        var builder = new ConnectionBuilder(services);
        builder.UseServerTls(options);
        builder.Run(connection => plain(connection));
        var secured = builder.Build();
        return async connection =>
        {
            if (await SpeaksTlsAsync(connection) is { } tls)
                await (tls ? secured : plain)(connection);
        };
    }

    // A handshake begins with 22, 3 and the minor version, 1 to 4; a plain connection with the length of what follows, at most 1,024,
    // whose third byte is 0.
    private static async Task<bool?> SpeaksTlsAsync(ConnectionContext connection)
    {
        using var patience = new CancellationTokenSource(FirstWord);
        try
        {
            while (true)
            {
                var read = await connection.Transport.Input.ReadAsync(patience.Token);
                if (read.Buffer.Length >= 3)
                {
                    var tls = StartsHandshake(read.Buffer);
                    connection.Transport.Input.AdvanceTo(read.Buffer.Start);
                    return tls;
                }

                connection.Transport.Input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                if (read.IsCompleted)
                    return null;
            }
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static bool StartsHandshake(System.Buffers.ReadOnlySequence<byte> begin)
    {
        Span<byte> first = stackalloc byte[3];
        System.Buffers.BuffersExtensions.CopyTo(begin.Slice(0, first.Length), first);
        return first is [22, 3, not 0];
    }
}
