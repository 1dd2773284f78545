using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Sqlite;
using Aggregation.Silo;
using Aggregation.Silo.Clustering;
using Aggregation.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Aggregation.Tests.Writing;

/// <summary>
/// A silo on the simulated units, listening on a port of its own, with reads closed and a ledger that can be made to fail.
/// </summary>
public class WritingSilo : IAsyncLifetime
{
    public const string AdminText = "admin-key-of-the-tests-0123456789";
    public const string Province = "01";
    public const string OtherProvince = "02";
    public const string District = "S01-001";
    public const string OtherDistrict = "S01-002";
    public const string Commune = "S01-001-00001";
    public const string OtherCommune = "S01-001-00002";

    private readonly string folder = Directory.CreateTempSubdirectory("aggregation-").FullName;
    private WebApplication app = null!;
    private int keyNumber;

    public HttpClient Client { get; private set; } = null!;

    public FailingLedger Ledger { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    public Edition Edition => Services.GetRequiredService<UnitRegistry>().Active;

    public string Origin => Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    protected virtual Dictionary<string, string?> Settings { get; } = [];

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings:Ledger"] = $"Data Source={Path.Combine(folder, "ledger.db")}",
            ["Security:PublicRead"] = "false",
            ["Security:AdminKey"] = AdminText,
        });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Logging.ClearProviders();
        var settings = SiloSettings.Read(builder.Configuration);
        builder.WebHost.UseUrls(settings.Urls);
        builder.AddOrleansSilo(settings.Ledger);
        builder.Services.AddAggregation(settings);
        builder.Services.AddSingleton<ILedger>(provider =>
            Ledger = new FailingLedger(ActivatorUtilities.CreateInstance<SqliteLedger>(provider)));
        app = builder.Build();
        app.UseApi();
        await app.StartAsync();
        Services.GetRequiredService<ILedger>();
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        if (app is null)
            return;
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Makes a key.</summary>
    public async Task<string> KeyAsync(string unit, AccessRole role)
    {
        var wanted = new NewAccessKey("2023", unit, role) { Note = $"test {Interlocked.Increment(ref keyNumber)}" };
        return (await Services.GetRequiredService<AccessKeys>().MakeAsync(wanted, CancellationToken.None)).Text;
    }

    /// <summary>How many rows the ledger has.</summary>
    public async Task<long> RowsAsync() => (await Ledger.ReadHeadsAsync(CancellationToken.None)).Rows.Sum(rows => (long)rows);

    public Task<Answer> PostAsync(
        string path,
        string body,
        string? key = AdminText,
        string language = "en",
        string type = "application/json") =>
        PostAsync(path, Encoding.UTF8.GetBytes(body), key, language, type);

    public async Task<Answer> PostAsync(
        string path,
        byte[] body,
        string? key = AdminText,
        string language = "en",
        string? type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path) { Content = new ByteArrayContent(body) };
        if (type is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await SendAsync(request, key, language);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? key = AdminText)
    {
        using var request = new HttpRequestMessage(method, path);
        return await SendAsync(request, key, "en");
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request, string? key, string language)
    {
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseContentRead);
        return await Answer.ReadAsync(response);
    }
}
