using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Http;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Deploy.Fixtures;
using Xunit;

namespace Aggregation.Tests.Deploy;

/// <summary>The real nginx with the file of <c>deploy/nginx/</c> in front of a silo.</summary>
public sealed class NginxTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("aggregation-");

    private SiloProcess? silo;
    private NginxProcess? nginx;

    public async Task InitializeAsync()
    {
        if (InstalledProgram.Missing("nginx") is not null)
            return;
        silo = await SiloProcess.StartAsync(
            $"Data Source={Path.Combine(folder.FullName, "ledger.db")}",
            ("Security__KnownProxies", "127.0.0.1"),
            ("Security__PublicRead", "false"));
        nginx = await NginxProcess.StartAsync(silo.Url);
    }

    public async Task DisposeAsync()
    {
        if (nginx is not null)
            await nginx.DisposeAsync();
        if (silo is not null)
            await silo.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [ProgramFact("nginx")]
    public async Task A_change_reaches_a_viewer_through_it_while_the_stream_is_open()
    {
        using var viewer = await LiveReader.OpenAsync(nginx!.Http, "/api/v1/live?unit=01");
        var before = await viewer.NextAsync();

        using var sent = await PostAsync();
        var after = await viewer.NextAsync();

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal((0, 12), (before!.Schools, after!.Schools));
    }

    [ProgramFact("nginx")]
    public async Task A_session_through_it_is_for_HTTPS_only_and_what_comes_without_TLS_is_sent_there()
    {
        using var session = await nginx!.Http.PostAsJsonAsync(
            new Uri("/api/v1/session", UriKind.Relative),
            new { key = SiloProcess.AdminKey });
        using var page = await nginx.Http.GetAsync(new Uri(nginx.Clear, "/units/01"));

        Assert.Equal(HttpStatusCode.NoContent, session.StatusCode);
        Assert.Contains("; secure", session.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            (HttpStatusCode.PermanentRedirect, "https://127.0.0.1/units/01"),
            (page.StatusCode, page.Headers.Location!.ToString()));
    }

    [ProgramFact("nginx")]
    public async Task The_largest_file_that_the_silo_takes_gets_through_to_it()
    {
        using var file = new ByteArrayContent(new byte[Files.FileLimits.MaxBytes]);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");

        using var answer = await nginx!.Http.PostAsync(new Uri("/api/v1/reports/file", UriKind.Relative), file);

        // The silo's own refusal: the file holds nothing but zeros.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("requestId", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync() => nginx!.Http.PostAsJsonAsync(
        new Uri("/api/v1/reports", UriKind.Relative),
        new
        {
            reports = new[] { new { unit = "01", idempotencyKey = Guid.NewGuid(), effectiveOn = "2017-02-20",
            counts = new { schools = 12 } } }
        });
}
