using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Aggregation.Testing.Telemetry;

/// <summary>
/// A collector in this process: takes OTLP by HTTP with protobuf at one address and by gRPC at another, on loopback, and keeps all of it.
/// </summary>
public sealed class OtlpCollector : IAsyncDisposable
{
    private const int GrpcFrame = 5;

    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedSpan> spans = new();
    private readonly ConcurrentQueue<ReceivedMetric> metrics = new();
    private readonly ConcurrentQueue<ReceivedLog> logs = new();

    private OtlpCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2);
        });
        app = builder.Build();
        app.MapPost("/v1/traces", context => TakeByHttpAsync(context, TakeTraces));
        app.MapPost("/v1/metrics", context => TakeByHttpAsync(context, TakeMetrics));
        app.MapPost("/v1/logs", context => TakeByHttpAsync(context, TakeLogs));
        app.MapPost("/opentelemetry.proto.collector.trace.v1.TraceService/Export", context => TakeByGrpcAsync(context, TakeTraces));
        app.MapPost("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", context => TakeByGrpcAsync(context, TakeMetrics));
        app.MapPost("/opentelemetry.proto.collector.logs.v1.LogsService/Export", context => TakeByGrpcAsync(context, TakeLogs));
    }

    /// <summary>Where it takes HTTP with protobuf.</summary>
    public string HttpEndpoint => app.Urls.First();

    /// <summary>Where it takes gRPC.</summary>
    public string GrpcEndpoint => app.Urls.Last();

    public IReadOnlyCollection<ReceivedSpan> Spans => spans;

    public IReadOnlyCollection<ReceivedMetric> Metrics => metrics;

    public IReadOnlyCollection<ReceivedLog> Logs => logs;

    public static async Task<OtlpCollector> StartAsync()
    {
        var collector = new OtlpCollector();
        await collector.app.StartAsync();
        return collector;
    }

    /// <summary>What a silo is told, so that it exports here soon after something happens.</summary>
    /// <param name="protocol"><c>grpc</c> or <c>http/protobuf</c>.</param>
    public (string Name, string Value)[] Settings(string protocol) =>
    [
        ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", protocol == "grpc" ? GrpcEndpoint : HttpEndpoint),
        ("OTEL_METRIC_EXPORT_INTERVAL", "250"),
        ("OTEL_BSP_SCHEDULE_DELAY", "100"),
        ("OTEL_BLRP_SCHEDULE_DELAY", "100"),
    ];

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task TakeByHttpAsync(HttpContext context, Action<WireMessage> take)
    {
        take(new WireMessage(await ReadAsync(context)));
        context.Response.ContentType = "application/x-protobuf";
    }

    private static async Task TakeByGrpcAsync(HttpContext context, Action<WireMessage> take)
    {
        take(new WireMessage((await ReadAsync(context)).AsMemory(GrpcFrame)));
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[GrpcFrame]);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private void TakeTraces(WireMessage request) => Take(spans, OtlpReading.Spans(request));

    private void TakeMetrics(WireMessage request) => Take(metrics, OtlpReading.Metrics(request));

    private void TakeLogs(WireMessage request) => Take(logs, OtlpReading.Logs(request));

    private static void Take<T>(ConcurrentQueue<T> queue, IEnumerable<T> items)
    {
        foreach (var item in items)
            queue.Enqueue(item);
    }
}
