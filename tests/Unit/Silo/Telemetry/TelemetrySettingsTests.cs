using System;
using System.Linq;
using Aggregation.Ledger;
using Aggregation.Silo.Telemetry;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Aggregation.Tests.Silo.Telemetry;

public sealed class TelemetrySettingsTests
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4317";

    [Theory]
    [InlineData("")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL=grpc;OTEL_TRACES_SAMPLER=always_on;OTEL_SERVICE_NAME=x")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=")]
    [InlineData(Endpoint + ";OTEL_SDK_DISABLED=true")]
    [InlineData(Endpoint + ";OTEL_TRACES_EXPORTER=none;OTEL_METRICS_EXPORTER=none;OTEL_LOGS_EXPORTER=none")]
    public void Nothing_is_exported_that_is_not_asked_for(string variables) => Assert.False(Read(variables).IsOn);

    [Theory]
    [InlineData(Endpoint, true, true, true)]
    [InlineData(Endpoint + ";OTEL_LOGS_EXPORTER=none", true, true, false)]
    [InlineData(Endpoint + ";OTEL_METRICS_EXPORTER=none;OTEL_TRACES_EXPORTER=otlp", true, false, true)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=https://collector.example/v1/traces", true, false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://127.0.0.1:4318/v1/metrics", false, true, false)]
    public void Each_signal_is_exported_where_it_has_an_endpoint(string variables, bool traces, bool metrics, bool logs)
    {
        var settings = Read(variables);

        Assert.Equal((traces, metrics, logs, true), (settings.Traces, settings.Metrics, settings.Logs, settings.IsOn));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "127.0.0.1:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "collector")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "thrift")]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "soon")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "secret")]
    [InlineData("OTEL_EXPORTER_OTLP_COMPRESSION", "zip")]
    [InlineData("OTEL_TRACES_EXPORTER", "zipkin")]
    [InlineData("OTEL_TRACES_SAMPLER", "sometimes")]
    [InlineData("OTEL_TRACES_SAMPLER_ARG", "10%")]
    [InlineData("OTEL_TRACES_SAMPLER_ARG", "NaN")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "0")]
    [InlineData("OTEL_METRICS_EXEMPLAR_FILTER", "all")]
    [InlineData("OTEL_BSP_MAX_QUEUE_SIZE", "-1")]
    [InlineData("OTEL_RESOURCE_ATTRIBUTES", "production")]
    [InlineData("OTEL_SDK_DISABLED", "yes")]
    public void A_wrong_value_is_named_with_what_would_be_right(string name, string value)
    {
        var refusal = Assert.Throws<StartUpException>(() => Read($"{name}={value}"));

        Assert.StartsWith($"{name} is '{value}'; it must be ", refusal.Message, StringComparison.Ordinal);
    }

    private static TelemetrySettings Read(string variables) => TelemetrySettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(variables.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(variable => variable.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => (string?)pair[1]))
        .Build());
}
