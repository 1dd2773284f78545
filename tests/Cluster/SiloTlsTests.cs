using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Aggregation.Testing.Cluster;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Xunit;

namespace Aggregation.Tests.Cluster;

/// <summary>Silos know each other by certificates, and nobody else is heard on their port.</summary>
public sealed class SiloTlsTests(ThreeSilos silos) : IClassFixture<ThreeSilos>, IDisposable
{
    private const string Cluster = "three";

    private readonly SiloCertificates certificates = new();
    private string[]? provinces;
    private int reports;

    public void Dispose() => certificates.Dispose();

    [PostgresFact]
    public async Task A_running_cluster_goes_over_to_TLS_one_silo_at_a_time_and_then_hears_nobody_else()
    {
        certificates.Write(Cluster);
        await silos.StartAsync();
        await EverySiloRecordsAsync();
        foreach (var mode in new[] { "accepted", "spoken", "required" })
        {
            silos.Settings = certificates.Settings(mode);
            foreach (var silo in silos.Running.ToArray())
            {
                Assert.Equal(0, await silos.RestartAsync(silo));
                await EverySiloRecordsAsync();
            }
        }

        foreach (var port in silos.SiloPorts)
        {
            await StrangerIsRefusedAsync(port, null);
            using var nobody = new SiloCertificates();
            await StrangerIsRefusedAsync(port, nobody.Make(Cluster));
            await StrangerIsRefusedAsync(port, certificates.Make("another"));
            await StrangerIsRefusedAsync(port, certificates.Make(Cluster, forClients: false));
            Assert.True(await IsHeardAsync(port, certificates.Make(Cluster)), "a silo of the cluster is heard");
            await PlainWordsGetNoAnswerAsync(port);
        }

        await RogueSiloDoesNotJoinAsync(silos.SiloPorts[0]);
        await EverySiloRecordsAsync();

        // A certificate that is renewed is taken over by running silos.
        certificates.Write(Cluster);
        await Eventually.TrueAsync(() =>
            Task.FromResult(silos.Running.All(silo => silo.Output.Contains("certificate has been renewed", StringComparison.Ordinal))));
        await EverySiloRecordsAsync();
    }

    private async Task EverySiloRecordsAsync()
    {
        // Provinces are spread over the silos, so each must reach the others.
        provinces ??= [.. (await silos.Running[0].Http.GetAllAsync(
            "units?level=province&limit=100")).Select(unit => unit.GetProperty("code").GetString()!)];
        foreach (var silo in silos.Running)
        {
            var batch = provinces.Select(unit =>
                new { unit, idempotencyKey = $"tls-{++reports}", effectiveOn = "2017-02-20", counts = new { agencies = reports } })
                .ToArray();
            await Eventually.TrueAsync(async () =>
            {
                using var answer = await silo.Http.PostAsJsonAsync("reports", new { reports = batch });
                return answer.IsSuccessStatusCode ? true
                    : answer.StatusCode == HttpStatusCode.ServiceUnavailable ? false
                    : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
            });
        }
    }

    private static async Task StrangerIsRefusedAsync(int port, X509Certificate2? certificate)
    {
        using (certificate)
            Assert.False(await IsHeardAsync(port, certificate), "a stranger is heard");
    }

    // With TLS 1.3 the refusal of a client's certificate comes with the first read.
    private static async Task<bool> IsHeardAsync(int port, X509Certificate2? certificate)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, shown, _, _) => shown is not null);
        try
        {
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = Cluster,
                LocalCertificateSelectionCallback = certificate is null ? null : (_, _, _, _, _) => certificate,
            }).WaitAsync(TimeSpan.FromSeconds(15));
            var read = stream.ReadAsync(new byte[1]).AsTask();
            return await Task.WhenAny(read, Task.Delay(TimeSpan.FromSeconds(2))) != read || await read > 0;
        }
        catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
        {
            return false;
        }
    }

    private static async Task PlainWordsGetNoAnswerAsync(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        await stream.WriteAsync(new byte[] { 64, 0, 0, 0, 1, 2, 3, 4 });
        var buffer = new byte[256];
        try
        {
            var read = await stream.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(15));
            // At most an alert of TLS, which says nothing.
            Assert.True(read == 0 || buffer[0] == 21, $"{read} bytes, the first {buffer[0]}");
        }
        catch (IOException)
        {
            // Cut off.
        }
    }

    // A silo with a membership table of its own invention, in which the real one stands.
    private static async Task RogueSiloDoesNotJoinAsync(int port)
    {
        using var rogue = new HostBuilder()
            .ConfigureLogging(logging => logging.ClearProviders())
            .UseOrleans(silo => silo
                .UseLocalhostClustering(FreePort.Next(), 0, new IPEndPoint(IPAddress.Loopback, port), Cluster, Cluster)
                .Configure<ClusterMembershipOptions>(options => options.MaxJoinAttemptTime = TimeSpan.FromSeconds(5)))
            .Build();
        await Assert.ThrowsAnyAsync<Exception>(() => rogue.StartAsync().WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
