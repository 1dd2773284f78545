using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Fixtures;

/// <summary>
/// A test of the page, in a browser that knows nothing yet. It fails, whatever else it asserts, when the page writes an error to the
/// console, throws, breaks its Content-Security-Policy or asks another host for something.
/// </summary>
[Collection(DashboardTests.Name)]
public abstract class DashboardTest(DashboardFixture fixture) : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> silos = [];
    private TemporaryFolder? folder;

    /// <summary>The silo that all tests share.</summary>
    protected SiloProcess Silo => fixture.Silo;

    protected IPage Page { get; private set; } = null!;

    /// <summary>What went wrong in the page so far.</summary>
    protected PageFaults Faults { get; private set; } = null!;

    /// <summary>How the browser is set; Vietnamese, light, 1280 × 720 unless it is overridden.</summary>
    protected virtual BrowserNewContextOptions Options { get; } =
        new() { Locale = "vi-VN", TimezoneId = "Asia/Ho_Chi_Minh", ColorScheme = ColorScheme.Light };

    public virtual async Task InitializeAsync()
    {
        var context = await fixture.Browser.NewContextAsync(Options);
        Faults = new PageFaults(context);
        Page = await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        await Page.Context.CloseAsync();
        foreach (var silo in silos)
            await silo.DisposeAsync();
        folder?.Dispose();
        Faults.AssertNone();
    }

    /// <summary>Starts a silo for this test alone, which ends after its page. One test's silos have one ledger.</summary>
    protected async Task<SiloProcess> StartSiloAsync(params (string Name, string Value)[] settings)
    {
        folder ??= new TemporaryFolder();
        var silo = await SiloProcess.StartAsync(folder.File("ledger.db"), settings);
        silos.Add(silo);
        return silo;
    }

    /// <summary>Opens a page of the shared silo and waits until it is there: <c>OpenAsync("/units/01")</c>.</summary>
    protected Task OpenAsync(string path) => OpenAsync(Silo, path);

    /// <summary>Opens a page of a silo and waits until it is there.</summary>
    protected async Task OpenAsync(SiloProcess silo, string path)
    {
        Faults.Origin = silo.Url;
        await Page.GotoAsync(new Uri(silo.Url, path).ToString());
        await Assertions.Expect(Page.Locator("h1").First).ToBeVisibleAsync();
    }

    /// <summary>Waits until the page says that it hears of every change.</summary>
    protected Task BeLiveAsync() => Assertions.Expect(Page.Locator(".connection.live")).ToBeVisibleAsync();
}
