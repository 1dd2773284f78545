using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Processes.Backup;

/// <summary><c>ledger archive</c>: a ledger is set aside whole, and the next start begins an empty one.</summary>
public sealed class ArchiveTests
{
    private const string List =
        "code,name,kind,level,parent,region\nVN,Việt Nam,Quốc gia,nation,,\n01,Thành phố Hà Nội,Thành phố,province,VN,\n";

    [Fact]
    public async Task After_a_report_of_a_simulated_unit_it_is_the_way_to_the_official_list()
    {
        using var folder = new TemporaryFolder();
        var ledger = folder.File("ledger.db");
        await using (var silo = await SiloProcess.StartAsync(ledger, ("Security__AdminKey", "")))
        {
            silo.Http.DefaultRequestHeaders.Authorization = new(
                "Bearer",
                (await File.ReadAllTextAsync(folder.File("ledger.admin.key"))).Trim());
            using var reported = await silo.Http.PostAsJsonAsync(
                "reports",
                new
                {
                    reports = new[] { new { unit = "S01-001-00001", idempotencyKey = "k", effectiveOn = "2017-02-20",
                    counts = new Dictionary<string, int>(
                    StringComparer.Ordinal) { ["agencies"] = 5 } } }
                });
            await HttpCalls.ReadAsync(reported, HttpStatusCode.OK);
            using var refused = await ImportAsync(silo);
            Assert.Contains(
                "ledger archive",
                (await HttpCalls.ReadAsync(refused, HttpStatusCode.Conflict)).GetProperty("detail").GetString(),
                StringComparison.Ordinal);

            var (inUse, why) = await SiloProcess.RunAsync(ledger, "ledger", "archive");
            Assert.Equal(1, inUse);
            Assert.Contains("in use", why, StringComparison.Ordinal);
            await silo.StopAsync();
        }

        var (exitCode, output) = await SiloProcess.RunAsync(ledger, "ledger", "archive", "--to", folder.File("aside"));
        Assert.Equal(0, exitCode);
        Assert.Contains(folder.File("aside"), output, StringComparison.Ordinal);
        string[] whole = ["ledger.admin.key", "ledger.db", "ledger.heads", "ledger.seal.key"];
        Assert.Equal(whole, Directory.GetFiles(folder.File("aside")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(whole, name => Assert.Contains(name, output, StringComparison.Ordinal));
        Assert.All(whole, name => Assert.False(File.Exists(folder.File(name))));

        await using (var silo = await SiloProcess.StartAsync(ledger))
        {
            using var imported = await ImportAsync(silo);
            await HttpCalls.ReadAsync(imported, HttpStatusCode.OK);
            await silo.StopAsync();
        }

        // What was set aside is a ledger like any other.
        await using var old = await SiloProcess.StartAsync(Path.Combine(folder.File("aside"), "ledger.db"));
        var verified = await old.Http.GetJsonAsync("verify?deep=true");
        Assert.Equal((1, "[]"), (verified.GetProperty("position").GetInt32(), verified.GetProperty("differences").GetRawText()));
        Assert.Equal(0, verified.GetProperty("deep").GetProperty("faultsFound").GetInt32());
    }

    [Fact]
    public async Task What_is_not_there_or_would_be_overwritten_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await SiloProcess.RunAsync(folder.File("ledger.db"), "ledger", "archive");
        Assert.Equal(1, exitCode);
        Assert.Contains("There is no ledger", output, StringComparison.Ordinal);

        await using (var silo = await SiloProcess.StartAsync(folder.File("ledger.db")))
            await silo.StopAsync();
        Directory.CreateDirectory(folder.File("aside"));
        (exitCode, output) = await SiloProcess.RunAsync(folder.File("ledger.db"), "ledger", "archive", "--to", folder.File("aside"));
        Assert.Equal(1, exitCode);
        Assert.Contains("exists already", output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.File("ledger.db")));
    }

    private static async Task<HttpResponseMessage> ImportAsync(SiloProcess silo)
    {
        using var content = new StringContent(List, Encoding.UTF8, "text/csv");
        return await silo.Http.PostAsync(new Uri("units/import?edition=2023", UriKind.Relative), content);
    }
}
