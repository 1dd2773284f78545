using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using Aggregation.Bench.Hosting;
using Aggregation.Domain.Units;

namespace Aggregation.Bench.Load;

/// <summary>
/// Requests of <c>POST /reports</c> with the reports of <see cref="Workload"/>. The bytes are written once; between two requests only the
/// codes of units, the keys and a figure change in place, so that the generator costs next to nothing.
/// </summary>
internal sealed class PostSource
{
    private const string Unit = "S00-000-00000";
    private const string Key = "bench-000000000000";

    private static long numbers;

    private readonly Unit[] units;
    private readonly int reportsOfUnit;
    private readonly byte[] request;
    private readonly int[] places;
    private readonly int keyAfterUnit;
    private readonly int countAfterUnit;

    /// <summary>Writes the template.</summary>
    /// <param name="units">The units, taken in turn by all sources together.</param>
    /// <param name="batch">How many reports a request carries.</param>
    /// <param name="reportsOfUnit">How many of them in a row are of one unit.</param>
    /// <param name="key">The key they are sent with.</param>
    public PostSource(Unit[] units, int batch, int reportsOfUnit, string key = SiloProcess.AdminKey)
    {
        this.units = units;
        this.reportsOfUnit = reportsOfUnit;
        var body = new StringBuilder("{\"reports\":[");
        for (var place = 0; place < batch; place++)
        {
            var state = (place % 3) switch { 0 => "not-started", 1 => "consolidating", _ => "consolidated" };
            body.Append(place == 0 ? "{" : ",{")
                .Append(CultureInfo.InvariantCulture, $"\"unit\":\"{Unit}\",\"idempotencyKey\":\"{Key}\",\"effectiveOn\":\"2024-02-20\",")
                .Append("\"counts\":{\"residential-areas\":100,\"safe-residential-areas\":10},")
                .Append(CultureInfo.InvariantCulture, $"\"statuses\":{{\"committee\":\"{state}\"}}}}");
        }

        body.Append("]}");
        var head = $"POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nContent-Type: "
            + $"application/json\r\nContent-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n";
        request = Encoding.ASCII.GetBytes(head + body);
        places = new int[batch];
        var from = 0;
        for (var place = 0; place < batch; place++)
        {
            from += request.AsSpan(from).IndexOf("S00-000-00000"u8);
            places[place] = from++;
        }

        keyAfterUnit = request.AsSpan(places[0]).IndexOf("000000000000"u8);
        countAfterUnit = request.AsSpan(places[0]).IndexOf("100,"u8);
    }

    /// <summary>The next request.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        var last = Interlocked.Add(ref numbers, places.Length);
        for (var place = 0; place < places.Length; place++)
        {
            var number = last - places.Length + place + 1;
            var span = request.AsSpan(places[place]);
            if (Encoding.ASCII.GetBytes(units[number / reportsOfUnit % units.Length].Code, span) != Unit.Length)
                throw new InvalidDataException("A simulated commune's code has another length.");
            _ = number.TryFormat(span[keyAfterUnit..], out _, "000000000000", CultureInfo.InvariantCulture);
            _ = (100 + (number % 100)).TryFormat(span[countAfterUnit..], out _, default, CultureInfo.InvariantCulture);
        }

        return request;
    }
}
