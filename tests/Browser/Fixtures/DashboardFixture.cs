using System;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Fixtures;

/// <summary>
/// One browser for all tests, and one silo with the simulated units, whose reads are open. What a test reports there stays: each
/// test takes a province of its own.
/// </summary>
public sealed class DashboardFixture : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly TemporaryFolder folder = new();
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public SiloProcess Silo { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
            return;
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(playwright);
        Silo = await SiloProcess.StartAsync(folder.File("ledger.db"));
    }

    public async Task DisposeAsync()
    {
        if (Silo is not null)
            await Silo.DisposeAsync();
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        folder.Dispose();
    }
}
