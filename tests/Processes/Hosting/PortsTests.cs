using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Processes.Hosting;

/// <summary>What a silo with a ledger of its own listens to.</summary>
public sealed class PortsTests
{
    private const string Listening = "0A";
    private static readonly string[] Tables = ["tcp", "tcp6"];

    [Fact]
    public async Task A_silo_by_itself_listens_by_HTTP_alone_and_two_never_meet()
    {
        using var folder = new TemporaryFolder();
        // Told the same port for other silos, which neither opens.
        await using var one = await SiloProcess.StartAsync($"Data Source={folder.File("one.db")}", ("Orleans__SiloPort", "11111"));
        await using var other = await SiloProcess.StartAsync($"Data Source={folder.File("other.db")}", ("Orleans__SiloPort", "11111"));
        Assert.Equal([one.Url.Port], PortsOf(one.Id));
        Assert.Equal([other.Url.Port], PortsOf(other.Id));

        using var answer = await one.Http.PostAsJsonAsync(
            "reports",
            new
            {
                reports = new[] { new { unit = "01", idempotencyKey = "a", effectiveOn = "2017-02-20",
                counts = new { agencies = 5 } } }
            });
        Assert.True(answer.IsSuccessStatusCode);
        await Eventually.TrueAsync(async () => await AgenciesAsync(one) == 5);
        Assert.Equal(0, await AgenciesAsync(other));
    }

    private static async Task<long> AgenciesAsync(SiloProcess silo) =>
        (await silo.Http.GetJsonAsync("units/VN")).GetProperty("counts").GetProperty("agencies").GetProperty("total").GetInt64();

    // The sockets of the process among those of the machine that listen.
    private static IEnumerable<int> PortsOf(int process)
    {
        var sockets = Directory.EnumerateFiles($"/proc/{process}/fd")
            .Select(file => new FileInfo(file).LinkTarget)
            .Where(target => target?.StartsWith("socket:[", System.StringComparison.Ordinal) == true)
            .Select(target => target![8..^1])
            .ToHashSet();
        return Tables.SelectMany(table => File.ReadLines($"/proc/{process}/net/{table}").Skip(1))
            .Select(line => line.Split(' ', System.StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns[3] == Listening && sockets.Contains(columns[9]))
            .Select(columns => int.Parse(columns[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
