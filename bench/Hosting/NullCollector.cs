using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aggregation.Bench.Hosting;

/// <summary>
/// Takes OTLP by HTTP, counts its bytes and throws it away: what is measured is what telling costs, not what listening does.
/// </summary>
internal sealed class NullCollector : IAsyncDisposable
{
    private readonly WebApplication app;
    private long bytes;

    private NullCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1/{signal}", TakeAsync);
    }

    /// <summary>Where it listens.</summary>
    public string Endpoint => app.Urls.Single();

    /// <summary>How many bytes it was sent.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Starts one.</summary>
    public static async Task<NullCollector> StartAsync()
    {
        var collector = new NullCollector();
        await collector.app.StartAsync();
        return collector;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (await reader.ReadAsync() is { IsCompleted: false } part)
        {
            Interlocked.Add(ref bytes, part.Buffer.Length);
            reader.AdvanceTo(part.Buffer.End);
        }
    }
}
