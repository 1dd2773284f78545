using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Silo.Hosting.Https;
using Aggregation.Testing.Http;
using Aggregation.Tests.Api.Fixtures;
using Aggregation.Tests.Writing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregation.Tests.Security;

/// <summary>A silo that listens by HTTPS and by HTTP.</summary>
public sealed class HttpsTests : IAsyncLifetime
{
    private readonly TestCertificates certificates = new();
    private SecureSilo silo = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (silo is not null)
            await silo.DisposeAsync();
        certificates.Dispose();
    }

    [Fact]
    public async Task A_connection_is_shown_the_certificate_with_its_chain_and_after_it_changed_the_new_one()
    {
        var first = certificates.WritePem(7);
        await StartAsync();
        Assert.Equal(first, await ShownAsync());

        // Another certificate whose key is not there yet: the one before stays.
        var key = await File.ReadAllTextAsync(certificates.KeyFile);
        var second = certificates.WritePem(8);
        var newKey = await File.ReadAllTextAsync(certificates.KeyFile);
        await File.WriteAllTextAsync(certificates.KeyFile, key);
        Certificate.Refresh();
        Assert.Equal(first, await ShownAsync());
        await File.WriteAllTextAsync(certificates.KeyFile, newKey);
        Certificate.Refresh();
        Assert.Equal(second, await ShownAsync());

        File.Delete(certificates.CertificateFile);
        Certificate.Refresh();
        Assert.Equal(second, await ShownAsync());
    }

    [Fact]
    public async Task A_file_that_changes_is_noticed_without_being_told()
    {
        certificates.WritePem(7);
        await StartAsync();
        var second = certificates.WritePem(9);
        await SiloFixture.EventuallyAsync(async () => await ShownAsync() == second);
    }

    [Fact]
    public async Task A_pfx_file_will_do()
    {
        var serial = certificates.WritePfx(10, "hush hush");
        await StartAsync(("Https:Certificate", certificates.PfxFile), ("Https:Key", null), ("Https:Password", "hush hush"));
        Assert.Equal(serial, await ShownAsync());
    }

    [Fact]
    public async Task The_cookie_never_leaves_https_and_browsers_are_told_to_stay_there()
    {
        certificates.WritePem(11);
        await StartAsync();
        using var secure = Http("https");
        using var plain = Http("http");
        Assert.Contains("; secure", await CookieAsync(secure), StringComparison.Ordinal);
        Assert.DoesNotContain("secure", await CookieAsync(plain), StringComparison.Ordinal);

        Assert.Equal("max-age=31536000", await HstsAsync(secure, "aggregation.example"));
        Assert.Null(await HstsAsync(secure, "127.0.0.1"));
        Assert.Null(await HstsAsync(secure, "localhost"));
        Assert.Null(await HstsAsync(plain, "aggregation.example"));
    }

    private HttpsCertificate Certificate => silo.Services.GetRequiredService<HttpsCertificate>();

    private static async Task<string> CookieAsync(HttpClient http)
    {
        using var body = new StringContent($$"""{"key":"{{WritingSilo.AdminText}}"}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/api/v1/session", UriKind.Relative), body);
        return answer.Headers.GetValues("Set-Cookie").Single();
    }

    private static async Task<string?> HstsAsync(HttpClient http, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nothing") { Headers = { Host = host } };
        using var answer = await http.SendAsync(request);
        return answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values.Single() : null;
    }

    private async Task StartAsync(params (string Name, string? Value)[] settings)
    {
        silo = new SecureSilo(certificates, settings);
        await silo.InitializeAsync();
    }

    // A new connection each, so that each is shown what is shown now; trusted only by way of the chain that was sent.
    private async Task<string?> ShownAsync()
    {
        string? shown = null;
        using var http = Http("https", certificate => shown = certificate.SerialNumber);
        (await http.GetAsync(new Uri("/health/live", UriKind.Relative))).Dispose();
        return shown;
    }

    private HttpClient Http(string scheme, Action<X509Certificate2>? onShown = null)
    {
        var address = silo.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.First(one => one.StartsWith(scheme + ":", StringComparison.Ordinal));
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            SslOptions =
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { certificates.Root },
                    RevocationMode = X509RevocationMode.NoCheck,
                    DisableCertificateDownloads = true
                },
                RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                {
                    onShown?.Invoke((X509Certificate2)certificate!);
                    return errors is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateNameMismatch;
                },
            },
        };
        return new HttpClient(handler) { BaseAddress = new Uri(address) };
    }

    private sealed class SecureSilo : WritingSilo
    {
        public SecureSilo(TestCertificates certificates, (string Name, string? Value)[] settings)
        {
            Settings = new()
            {
                ["urls"] = "http://127.0.0.1:0;https://127.0.0.1:0",
                ["Https:Certificate"] = certificates.CertificateFile,
                ["Https:Key"] = certificates.KeyFile,
            };
            foreach (var (name, value) in settings)
                Settings[name] = value;
        }

        protected override Dictionary<string, string?> Settings { get; }
    }
}
