using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Aggregation.Testing.Telemetry;

/// <summary>Reads export requests by the numbers of OpenTelemetry's protocol (opentelemetry-proto, version 1).</summary>
public static class OtlpReading
{
    public static IEnumerable<ReceivedSpan> Spans(WireMessage request) =>
        from resource in request.Messages(1)
        let attributes = Attributes(resource.Message(1), 1)
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select new ReceivedSpan(
            scope.Message(1).Text(1),
            span.Text(5),
            span.Hex(1),
            span.Hex(2),
            span.Hex(4),
            Attributes(span, 9),
            attributes);

    public static IEnumerable<ReceivedLog> Logs(WireMessage request) =>
        from resource in request.Messages(1)
        from scope in resource.Messages(2)
        from record in scope.Messages(2)
        select new ReceivedLog(scope.Message(1).Text(1), record.Message(5).Text(1), record.Hex(9), record.Hex(10));

    public static IEnumerable<ReceivedMetric> Metrics(WireMessage request) =>
        from resource in request.Messages(1)
        from scope in resource.Messages(2)
        from metric in scope.Messages(2)
        from point in Points(scope.Message(1).Text(1), metric)
        select point;

    private static IEnumerable<ReceivedMetric> Points(string meter, WireMessage metric)
    {
        var (kind, data) = metric.Has(5) ? ("gauge", metric.Message(5))
            : metric.Has(9) ? ("histogram", metric.Message(9))
            : metric.Message(7).Number(3) == 1 ? ("counter", metric.Message(7))
            : ("up-down counter", metric.Message(7));
        var isHistogram = kind == "histogram";
        return data.Messages(1).Select(point => new ReceivedMetric(
            meter,
            metric.Text(1),
            kind,
            metric.Text(3),
            isHistogram ? point.Number(4) : point.Has(4) ? point.Double(4) : (long)point.Number(6),
            Attributes(point, isHistogram ? 9 : 7),
            [.. point.Messages(isHistogram ? 8 : 5).Select(exemplar => exemplar.Hex(5))]));
    }

    private static Dictionary<string, string> Attributes(WireMessage message, int number) =>
        message.Messages(number).ToDictionary(pair => pair.Text(1), pair => Value(pair.Message(2)), StringComparer.Ordinal);

    private static string Value(WireMessage any) => any.Has(1) ? any.Text(1)
        : any.Has(4) ? any.Double(4).ToString(CultureInfo.InvariantCulture)
        : any.Number(3).ToString(CultureInfo.InvariantCulture);
}
