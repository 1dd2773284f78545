using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Postgres;
using Aggregation.Tests.Deploy.Fixtures;
using Xunit;

namespace Aggregation.Tests.Deploy;

/// <summary>What the Containerfile builds runs with what compose and Kubernetes give it.</summary>
public sealed class ImageTests(ImageFixture fixture) : IClassFixture<ImageFixture>
{
    [PostgresFact]
    public async Task It_runs_with_composes_command_settings_and_secrets_and_is_healthy_to_it()
    {
        var silo = Compose.Silos[0];
        var settings = silo.Map("environment").ToDictionary(setting => setting.Key, setting => Here(setting.Value));
        var heads = Path.Combine(fixture.Image.Temporary, Path.GetFileName(settings["Ledger__HeadsPath"]));
        settings["Ledger__HeadsPath"] = heads;
        await using var process = await ImageProcess.StartAsync(
            fixture.Image,
            silo.Items("entrypoint").Select(word => Here(word.GetValue<string>())),
            settings);

        var check = silo.Items("healthcheck", "test").Skip(1).Select(word => word.GetValue<string>()).ToArray();
        Assert.True(await Shell.SucceedsAsync(check.Select(word => word.Replace("/8080", $"/{process.Port}", StringComparison.Ordinal))));
        using var reading = await process.Http.SendAsync(Authorised(HttpMethod.Get, "/api/v1/units/VN"));
        Assert.Equal(HttpStatusCode.OK, reading.StatusCode);
        Assert.True(File.Exists(heads));
        Assert.Equal(0, await process.StopAsync());
        Assert.False(await Shell.SucceedsAsync(check.Select(word => word.Replace("/8080", $"/{process.Port}", StringComparison.Ordinal))));
    }

    [PostgresFact]
    public async Task It_runs_with_Kubernetess_settings_and_answers_its_probes()
    {
        await using var process = await StartAsPodAsync();

        var probes = Manifests.SiloContainer.AsObject().Where(part => part.Key.EndsWith("Probe", StringComparison.Ordinal)).ToArray();
        Assert.Equal(3, probes.Length);
        foreach (var path in probes.Select(probe => probe.Value!.Text("httpGet", "path")))
            Assert.Equal(HttpStatusCode.OK, (await process.Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        Assert.Equal(0, await process.StopAsync());
    }

    [PostgresFact]
    public async Task Behind_an_ingress_that_ends_TLS_a_session_is_as_secure_as_the_browsers_line()
    {
        await using var process = await StartAsPodAsync();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            "/api/v1/session")
        { Content = JsonContent.Create(new { key = Secret("admin-key") }) };
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await process.Http.SendAsync(request);

        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        Assert.Contains("; secure", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [PostgresFact]
    public async Task It_writes_nothing_but_temporary_files()
    {
        var before = Files();
        await using (var process = await StartAsPodAsync())
            Assert.Equal(0, await process.StopAsync());
        Assert.Equal(before, Files());
        Assert.NotEmpty(before);

        string[] Files() => [.. Directory.EnumerateFileSystemEntries(fixture.Image.Program, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)];
    }

    [PostgresFact]
    public void It_has_the_page_wherever_this_build_has_it() =>
        Assert.Equal(
            File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot/index.html")),
            File.Exists(Path.Combine(fixture.Image.Program, "wwwroot/index.html")));

    private Task<ImageProcess> StartAsPodAsync() => ImageProcess.StartAsync(fixture.Image, [
        "dotnet",
        "Aggregation.Silo.dll"], new Dictionary<string, string>(Manifests.Settings)
        {
            ["Orleans__Certificate"] = Path.Combine(fixture.Image.Secrets, "silo.crt"),
            ["Orleans__Key"] = Path.Combine(fixture.Image.Secrets, "silo.key"),
            ["Orleans__Authority"] = Path.Combine(fixture.Image.Secrets, "authority.crt"),
            // The ingress is this process here.
            ["Security__KnownProxies"] = Manifests.Settings["Security__KnownProxies"] + ",127.0.0.1",
            ["Security__AdminKey"] = Secret("admin-key"),
            ["Ledger__SealKey"] = Secret("seal-key"),
            ["ConnectionStrings__Ledger"] = string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={fixture.Database.Port};Database=aggregation;Username=silo;Password={Secret("ledger-password")}"),
        });

    private string Here(string word) => word
        .Replace("/run/secrets", fixture.Image.Secrets, StringComparison.Ordinal)
        .Replace("Host=postgres", string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={fixture.Database.Port}"), StringComparison.Ordinal);

    private HttpRequestMessage Authorised(HttpMethod method, string path) =>
        new(method, path) { Headers = { { "Authorization", $"Bearer {Secret("admin-key")}" } } };

    private string Secret(string name) => File.ReadAllText(Path.Combine(fixture.Image.Secrets, name)).Trim();
}
