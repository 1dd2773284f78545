using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace Aggregation.Telemetry;

/// <summary>
/// The SDK, for as long as the host lives: it is there before the first line of the log, and what is left is exported when the host's
/// services are disposed of, after everything that could add to it has ended.
/// </summary>
/// <param name="settings">What is exported.</param>
internal sealed class TelemetrySdk(TelemetrySettings settings) : IHostedService, ILoggerProvider, ISupportExternalScope
{
    private readonly OpenTelemetrySdk sdk = OpenTelemetrySdk.Create(builder =>
    {
        builder.Services.AddSingleton(settings.Variables);
        // The silo's own filters have been passed by then.
        builder.Services.AddLogging(static logging => logging.SetMinimumLevel(LogLevel.Trace));
        TelemetryPipeline.Configure(builder, settings);
    });

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => sdk.GetLoggerFactory().CreateLogger(categoryName);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider)
    {
        // Scopes are not exported. Who does not take them from the host is told of each: every request would open two of them twice.
    }

    /// <inheritdoc/>
    public void Dispose() => sdk.Dispose();
}
