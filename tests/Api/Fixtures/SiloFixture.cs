using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Units;
using Aggregation.Silo.Hosting;
using Aggregation.Testing.Processes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;
using Xunit;

namespace Aggregation.Tests.Api.Fixtures;

/// <summary>
/// A whole silo in this process, on a port of its own and a ledger of its own, with the sixteen units of <see cref="TestUnits"/>.
/// Reads are open; derive from it for another configuration.
/// </summary>
public class SiloFixture : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("aggregation-tests-");
    private int reports;
    private (string Provider, string ConnectionString) ledger;

    public SiloFixture() => UseKestrel();

    /// <summary>Where the silo listens.</summary>
    public Uri Address =>
        new(Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <summary>A client without a key.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>A client with an admin key of the nation.</summary>
    public HttpClient Admin { get; private set; } = null!;

    /// <summary>What the silo is told besides its ledger and its units.</summary>
    protected virtual IEnumerable<(string Name, string Value)> Settings => [("Security:PublicRead", "true")];

    /// <summary>Where the ledger is: a file of its own, unless it is overridden.</summary>
    protected virtual Task<(string Provider, string ConnectionString)> MakeLedgerAsync() =>
        Task.FromResult(("sqlite", $"Data Source={Path.Combine(folder.FullName, "ledger.db")}"));

    /// <summary>What the ledger holds before the first test.</summary>
    protected virtual Task SeedAsync() => Task.CompletedTask;

    public async Task InitializeAsync()
    {
        ledger = await MakeLedgerAsync();
        await StoreUnitsAsync();
        StartServer();
        Client = MakeClient(null);
        Admin = await MakeClientAsync("VN", AccessRole.Admin);
        await SeedAsync();
    }

    /// <summary>A client with a new key.</summary>
    public async Task<HttpClient> MakeClientAsync(string unit, AccessRole role) => MakeClient((await MakeKeyAsync(unit, role)).Text);

    /// <summary>A new key.</summary>
    public Task<(AccessKey Key, string Text)> MakeKeyAsync(string unit, AccessRole role) =>
        Services.GetRequiredService<AccessKeys>().MakeAsync(new NewAccessKey("2023", unit, role), CancellationToken.None);

    /// <summary>A client that sends a key with every request.</summary>
    public HttpClient MakeClient(string? key)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(
            Address,
            "/api/v1/")
        };
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Reports figures, and waits until the nation has them.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="effectiveOn">The day.</param>
    /// <param name="figures">The figures as JSON members: <c>"statuses":{"committee":"consolidated"}</c>.</param>
    public async Task<int> ReportAsync(string unit, string effectiveOn, string figures)
    {
        var key = Interlocked.Increment(ref reports).ToString(CultureInfo.InvariantCulture);
        var body = $$"""{"reports":[{"unit":"{{unit}}","idempotencyKey":"seed-{{key}}","effectiveOn":"{{effectiveOn}}",{{figures}}}]}""";
        var before = await RowsAsync("VN");
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        using var response = await Admin.PostAsync("reports", content);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(response.IsSuccessStatusCode, answer.GetRawText());
        await EventuallyAsync(async () => await RowsAsync("VN") > before);
        return answer.GetProperty("results")[0].GetProperty("sequence").GetInt32();
    }

    /// <summary>Waits until something has come about.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (!await condition())
            await Task.Delay(5, timeout.Token);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("urls", "http://127.0.0.1:0");
        // Of several at a time on PostgreSQL each listens to others.
        builder.UseSetting("Orleans:SiloPort", FreePort.Next().ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Ledger:Provider", ledger.Provider);
        builder.UseSetting("ConnectionStrings:Ledger", ledger.ConnectionString);
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
    }

    // Before the silo starts, so that it never has others.
    private async Task StoreUnitsAsync()
    {
        await using var services = new ServiceCollection().AddLedger(LedgerRegistration.Parse(ledger.Provider, ledger.ConnectionString))
            .BuildServiceProvider();
        await services.GetRequiredService<IUnitStore>().SaveAsync(TestUnits.Edition, null, CancellationToken.None);
    }

    private async Task<long> RowsAsync(string unit)
    {
        var key = new UnitKey("2023", unit).ToString();
        return (await Services.GetRequiredService<IGrainFactory>().GetGrain<IUnitGrain>(key).GetRollUp()).Subtotal.Version.Rows;
    }
}
