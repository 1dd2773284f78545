using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Aggregation.Testing;
using Aggregation.Testing.Http;
using Aggregation.Testing.Processes;

namespace Aggregation.Tests.Deploy.Fixtures;

/// <summary>The real nginx with the file of <c>deploy/nginx/</c>, its ports, its certificate and the silo's address put in.</summary>
internal sealed class NginxProcess : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("aggregation-nginx-");
    private readonly TestCertificates certificates = new();
    private Process? process;

    private NginxProcess(Uri silo)
    {
        var (clear, secure) = (FreePort.Next(), FreePort.Next());
        certificates.WritePem(serial: 7);
        Clear = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{clear}/"));
        Write(silo, clear, secure);
        Http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            SslOptions = { RemoteCertificateValidationCallback = IsOurs }
        })
        {
            BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{secure}/")),
            DefaultRequestHeaders = { { "Authorization", $"Bearer {SiloProcess.AdminKey}" } },
        };
    }

    /// <summary>Where it answers without TLS.</summary>
    public Uri Clear { get; }

    /// <summary>Sends by HTTPS as admin of the nation.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<NginxProcess> StartAsync(Uri silo)
    {
        var nginx = new NginxProcess(silo);
        await Shell.RunAsync(nginx.folder.FullName, $"{InstalledProgram.PathOf("nginx")} -t -p . -c nginx.conf -e error.log");
        nginx.process =
            Process.Start(new ProcessStartInfo(
                InstalledProgram.PathOf("nginx"),
                ["-p", nginx.folder.FullName, "-c", "nginx.conf", "-e", "error.log"])
            {
                UseShellExecute = false,
                RedirectStandardError = true
            })!;
        await Eventually.TrueAsync(nginx.AnswersAsync);
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Http.Dispose();
        certificates.Dispose();
        folder.Delete(recursive: true);
    }

    // What Debian's nginx.conf says around the file: nothing here that the file relies on.
    private void Write(Uri silo, int clear, int secure)
    {
        var file = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["listen 80;"] = string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{clear};"),
            ["listen 443 ssl"] = string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{secure} ssl"),
            ["server 127.0.0.1:8080;"] = $"server {silo.Authority};",
            ["/etc/aggregation/tls.crt"] = certificates.CertificateFile,
            ["/etc/aggregation/tls.key"] = certificates.KeyFile,
        };
        var text = Repository.Read("nginx/aggregation.conf");
        foreach (var (from, to) in file)
        {
            if (!text.Contains(from, StringComparison.Ordinal))
                throw new InvalidOperationException($"nginx/aggregation.conf does not say '{from}'.");
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        File.WriteAllText(Path.Combine(folder.FullName, "aggregation.conf"), text);
        File.WriteAllText(Path.Combine(folder.FullName, "nginx.conf"), $$"""
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            daemon off;
            worker_processes 1;
            pid nginx.pid;
            events { }
            http {
                access_log off;
                client_body_temp_path bodies;
                proxy_temp_path answers;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                include aggregation.conf;
            }
            """);
    }

    private bool IsOurs(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        using var own = new X509Chain
        {
            ChainPolicy =
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { certificates.Root }
        }
        };
        own.ChainPolicy.ExtraStore.AddRange(chain!.ChainPolicy.ExtraStore);
        return own.Build((X509Certificate2)certificate!);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri("/health/live", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException) when (!process!.HasExited)
        {
            return false;
        }
    }
}
