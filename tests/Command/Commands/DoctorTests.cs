using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Command.Fixtures;
using Xunit;

namespace Aggregation.Tests.Command.Commands;

/// <summary><c>doctor</c> at a real silo: one in which nobody has reported, with a key that is about to expire.</summary>
public sealed class DoctorTests(SimulatedSilo silo) : IClassFixture<SimulatedSilo>
{
    private static readonly string[] Sound =
    [
        "reachable", "version", "ready", "clock", "silos", "demonstration", "ledger", "schema", "verify"
    ];
    private static readonly string[] Warned = ["provinces", "keys", "backup"];

    [Fact]
    public async Task It_says_of_everything_how_it_is_and_what_to_do()
    {
        using var backups = new TemporaryFolder();
        var old = backups.File("aggregation-1.db");
        await File.WriteAllTextAsync(old, "a backup");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-3));
        var key = JsonDocument.Parse((await silo.RunAsync(
            "keys",
            "create",
            "01",
            "--expires-on",
            DateTime.UtcNow.AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "--json")).Output).RootElement;

        var result = await silo.RunAsync("doctor", "--verify", "--backups", backups.Path, "--json");

        Assert.True(result.ExitCode == 5, $"{result.ExitCode}: {result.Output}{result.Errors}");
        var examination = Schema.Matches("examination", result.Output);
        var states = examination.GetProperty("checks").EnumerateArray().ToDictionary(
            check => check.GetProperty("name").GetString()!,
            check => check.GetProperty("state").GetString()!,
            StringComparer.Ordinal);
        Assert.All(Sound, name => Assert.Equal("ok", states[name]));
        Assert.All(Warned, name => Assert.Equal("warning", states[name]));
        Assert.Contains(key.GetProperty("id").GetString()!, result.Output, StringComparison.Ordinal);
        var ledger = examination.GetProperty("diagnosis").GetProperty("ledger");
        Assert.InRange(ledger.GetProperty("freeBytes").GetInt64(), 1, ledger.GetProperty("diskBytes").GetInt64());
        Assert.True(ledger.GetProperty("sizeBytes").GetInt64() > 0);
    }

    [Fact]
    public async Task What_is_missing_is_wrong_and_what_to_do_stands_below_it()
    {
        var result = await silo.RunAsync("doctor", "--silos", "2");

        Assert.Equal(1, result.ExitCode);
        var lines = result.Output.Split('\n');
        var silos = Array.FindIndex(lines, line => line.StartsWith("WRONG", StringComparison.Ordinal));
        Assert.Contains("Silos: Only 1 active, and there must be 2.", lines[silos], StringComparison.Ordinal);
        Assert.Contains("→ ", lines[silos + 1], StringComparison.Ordinal);
        Assert.Contains("63 of 63 have not reported in the last 30 days: 01 Thành phố Hà Nội", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silo_that_is_not_there_is_a_finding_too()
    {
        var result = await CommandProcess.RunAsync(new Uri($"http://127.0.0.1:{FreePort.Next()}"), "doctor");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("WRONG     Connection: Cannot reach", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_than_an_admin_of_the_nation_is_not_answered() =>
        Assert.Equal(4, (await silo.RunAsync("doctor", "--key", "agg_unknown")).ExitCode);

    [Theory]
    [InlineData(200, true, "ok        Certificate: Good until")]
    [InlineData(10, true, "warning   Certificate: Good until")]
    [InlineData(10, false, "WRONG     Certificate: It is self-signed")]
    [InlineData(-1, true, "WRONG     Certificate: It expired at")]
    public async Task A_certificate_is_looked_at(int days, bool isTrusted, string expected)
    {
        using var folder = new TemporaryFolder();
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-300),
            DateTimeOffset.UtcNow.AddDays(days).AddHours(1));
        await File.WriteAllTextAsync(folder.File("trusted.pem"), isTrusted ? certificate.ExportCertificatePem() : "");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ShakeHandsAsync(listener, certificate);
        var url = new Uri($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");

        var result = await CommandProcess.RunWithAsync(
            url,
            Variables.Of(("SSL_CERT_FILE", folder.File("trusted.pem")), ("SSL_CERT_DIR", folder.Path)),
            null,
            "doctor");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith(expected, result.Output, StringComparison.Ordinal);
        listener.Stop();
        await serving;
    }

    // It shows its certificate to whoever comes and says nothing more.
    private static async Task ShakeHandsAsync(TcpListener listener, X509Certificate2 certificate)
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync();
                await using var stream = new SslStream(connection.GetStream());
                await stream.AuthenticateAsServerAsync(certificate).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
        catch (SocketException)
        {
            // The listener has stopped.
        }
    }
}
