using System;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Commands.Output;

namespace Aggregation.Commands.Doctoring;

/// <summary>Looks at the certificate that an address shows.</summary>
internal static class CertificateCheck
{
    private const string Name = "certificate";
    private const int WarningDays = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Checks the way to a silo.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null where no certificate is needed, or nobody is there to show one.</returns>
    public static async Task<Check?> RunAsync(Uri url, CancellationToken cancellationToken)
    {
        if (url.Scheme != Uri.UriSchemeHttps)
            return url.IsLoopback
                ? null
                : new Check(Name, CheckState.Warning, Words.Get("Doctor.InTheClear", url), Words.Get("Doctor.Advice.clear"));
        try
        {
            return await LookAsync(url, cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception exception) when (exception is SocketException or System.IO.IOException or TimeoutException)
        {
            return null;
        }
    }

    private static Check Judge(X509Certificate2 shown, SslPolicyErrors errors)
    {
        var last = shown.NotAfter.ToUniversalTime();
        var days = (int)Math.Floor((last - DateTime.UtcNow).TotalDays);
        if (days < 0)
            return Check.Of(Name, CheckState.Wrong, Words.Get("Doctor.CertificateExpired", Figure.Of(new DateTimeOffset(last))));
        if (errors != SslPolicyErrors.None)
            return Distrusted(shown, errors);
        return Check.Of(Name, days < WarningDays
            ? CheckState.Warning
            : CheckState.Ok, Words.Get("Doctor.Certificate", Figure.Of(new DateTimeOffset(last)), days));
    }

    // Renewing helps none of them.
    private static Check Distrusted(X509Certificate2 shown, SslPolicyErrors errors)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return new Check(
                Name,
                CheckState.Wrong,
                Words.Get("Doctor.CertificateOfAnother", shown.GetNameInfo(X509NameType.DnsName, forIssuer: false)),
                Words.Get("Doctor.Advice.certificate-name"));
        return shown.SubjectName.RawData.AsSpan().SequenceEqual(shown.IssuerName.RawData)
            ? new Check(Name, CheckState.Wrong, Words.Get("Doctor.CertificateSelfSigned"), Words.Get("Doctor.Advice.self-signed"))
            : new Check(
                Name,
                CheckState.Wrong,
                Words.Get("Doctor.CertificateRefused", errors),
                Words.Get("Doctor.Advice.certificate-issuer"));
    }

    private static async Task<Check> LookAsync(Uri url, CancellationToken cancellationToken)
    {
        Check? judged = null;
        using var connection = new TcpClient();
        await connection.ConnectAsync(url.Host, url.Port, cancellationToken);
        await using var stream = new SslStream(connection.GetStream());
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = url.Host,
            RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
            {
                if (certificate is X509Certificate2 shown)
                    judged = Judge(shown, errors);
                return errors == SslPolicyErrors.None;
            },
        };
        try
        {
            await stream.AuthenticateAsClientAsync(options, cancellationToken);
        }
        catch (AuthenticationException exception)
        {
            judged ??= Check.Of(Name, CheckState.Wrong, exception.Message);
        }

        return judged!;
    }
}
