using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Ledger.Sqlite;
using Aggregation.Ledger.Units;
using Aggregation.Silo;
using Aggregation.Silo.Clustering;
using Aggregation.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Aggregation.Tests.Api.Fixtures;

/// <summary>A silo that is stopped and started again on its ledger, with the units of <see cref="TestUnits"/>.</summary>
internal sealed class RestartableSilo : IAsyncDisposable
{
    private const string AdminKey = "admin-key-of-the-tests-0123456789";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("aggregation-tests-");
    private WebApplication? app;

    private string Ledger => $"Data Source={Path.Combine(folder.FullName, "ledger.db")}";

    /// <summary>Sends as admin, below <c>/api/v1/</c>.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts it for the first time, on an empty ledger.</summary>
    public static async Task<RestartableSilo> StartNewAsync()
    {
        var silo = new RestartableSilo();
        await using (var services = new ServiceCollection().AddSqliteLedger(silo.Ledger).BuildServiceProvider())
            await services.GetRequiredService<IUnitStore>().SaveAsync(TestUnits.Edition, null, CancellationToken.None);
        await silo.StartAsync(Task.CompletedTask);
        return silo;
    }

    /// <summary>Stops it in good order and starts it again; folds wait for the gate.</summary>
    public async Task RestartAsync(Task gate)
    {
        await StopAsync();
        await StartAsync(gate);
    }

    /// <summary>Reports in one batch.</summary>
    public async Task ReportAsync(IEnumerable<string> reports)
    {
        using var content = new StringContent(
            $$"""{"reports":[{{string.Join(',', reports)}}]}""",
            MediaTypeHeaderValue.Parse("application/json"));
        using var response = await Client.PostAsync("reports", content);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>A unit's roll-up.</summary>
    public async Task<JsonElement> RollUpAsync(string unit)
    {
        using var answer = JsonDocument.Parse(await Client.GetByteArrayAsync($"units/{unit}"));
        return answer.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Delete(recursive: true);
    }

    private async Task StartAsync(Task gate)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings:Ledger"] = Ledger,
            ["Security:AdminKey"] = AdminKey,
        });
        builder.Logging.ClearProviders();
        var settings = SiloSettings.Read(builder.Configuration);
        builder.WebHost.UseUrls(settings.Urls);
        builder.AddOrleansSilo(settings.Ledger);
        builder.Services.AddAggregation(settings);
        builder.Services.AddSingleton<ILedger>(provider => new GatedLedger(
            ActivatorUtilities.CreateInstance<SqliteLedger>(provider),
            gate));
        app = builder.Build();
        app.UseApi();
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(new Uri(app.Urls.Single()), "/api/v1/") };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminKey);
    }

    private async Task StopAsync()
    {
        Client.Dispose();
        await app!.StopAsync();
        await app.DisposeAsync();
    }
}
