using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net;
using System.Text;
using System.Threading;
using Aggregation.Bench.Hosting;

namespace Aggregation.Bench.Load;

/// <summary>
/// Changes a count of one unit at one silo, again and again, and asks another for the nation's roll-up until the change stands in it.
/// </summary>
/// <param name="reporter">Where it reports.</param>
/// <param name="reader">Where it reads.</param>
/// <param name="unit">A unit that nobody else reports this count for; nobody does at all.</param>
internal sealed class NationProbe(EndPoint reporter, EndPoint reader, string unit)
{
    private static readonly byte[] Read = Encoding.ASCII.GetBytes(
        $"GET /api/v1/units/VN HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {SiloProcess.AdminKey}\r\n\r\n");

    /// <summary>Goes on until it is told to end.</summary>
    /// <returns>From each acknowledgement until an answer has it, in milliseconds: at worst one read too long.</returns>
    public List<double> Run(CancellationToken cancellationToken)
    {
        using var reports = new HttpConnection(reporter);
        using var reads = new HttpConnection(reader);
        var times = new List<double>();
        reads.Send(Read);
        reads.Receive();
        var first = TotalOf(reads.Answer);
        for (var number = 1L; !cancellationToken.IsCancellationRequested; number++, Thread.Sleep(5))
        {
            // A figure that changes with every report and stays usual for a commune.
            var total = first + 1 + (number % 900);
            reports.Send(Post(total - first));
            reports.Receive();
            var acknowledged = Stopwatch.GetTimestamp();
            do
            {
                reads.Send(Read);
                reads.Receive();
            }
            while (TotalOf(reads.Answer) != total);
            times.Add(Stopwatch.GetElapsedTime(acknowledged).TotalMilliseconds);
        }

        return times;
    }

    private byte[] Post(long value)
    {
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"reports\":[{{\"unit\":\"{unit}\",\"idempotencyKey\":\"{Guid.NewGuid():N}\",\"effectiveOn\":\"2024-02-20\",")
            + string.Create(CultureInfo.InvariantCulture, $"\"counts\":{{\"agencies\":{value}}}}}]}}");
        return Encoding.ASCII.GetBytes(
            $"POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {SiloProcess.AdminKey}\r\nContent-Type: "
                + $"application/json\r\nContent-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n{body}");
    }

    private static long TotalOf(ReadOnlySpan<byte> answer)
    {
        var text = answer[answer.IndexOf("\"agencies\":"u8)..];
        text = text[(text.IndexOf("\"total\":"u8) + 8)..];
        return Utf8Parser.TryParse(text, out long total, out _)
            ? total
            : throw new InvalidDataException("A roll-up has no total of agencies.");
    }
}
