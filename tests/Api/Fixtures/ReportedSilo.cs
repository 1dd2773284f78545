using System.Threading.Tasks;

namespace Aggregation.Tests.Api.Fixtures;

/// <summary>A silo with some reports; the tests that share it only read.</summary>
public class ReportedSilo : SiloFixture
{
    /// <summary>When everything but the late correction was recorded: what <c>knownAt</c> takes.</summary>
    public string BeforeCorrection { get; private set; } = "";

    protected override async Task SeedAsync()
    {
        await ReportAsync(
            "01",
            "2017-01-10",
            """ "statuses":{"committee":"consolidating","programme":"adopted"},"declared":{"models":490} """);
        await ReportAsync("01", "2017-02-20", """ "statuses":{"committee":"consolidated"},"counts":{"agencies":10,"safe-agencies":4} """);
        await ReportAsync("02", "2017-02-20", """ "statuses":{"committee":"consolidated","programme":"adopted"} """);
        await ReportAsync("48", "2017-02-20", """ "statuses":{"committee":"consolidating","programme":"not-adopted"} """);
        await ReportAsync("498", "2017-02-01", """ "statuses":{"committee":"consolidated"},"counts":{"schools":3} """);
        await ReportAsync(
            "00001",
            "2017-02-05",
            """ "statuses":{"committee":"consolidated","safe-unit":"recognised"},"models":[{"name":"Móc khóa an toàn","kinds":["self-protection"],"sites":2,"groups":1},{"name":"Camera an ninh","kinds":["self-prevention"],"sites":1,"groups":0}] """);
        await ReportAsync(
            "00004",
            "2017-02-10",
            """ "models":[{"name":"móc khoá an toàn","kinds":["self-prevention"],"sites":3,"groups":2}],"counts":{"residential-areas":12} """);
        await ReportAsync(
            "20194",
            "2017-02-15",
            """ "models":[{"name":"Dân phòng","kinds":["other"],"sites":1,"groups":1}],"note":"lần đầu" """);
        var known = await Client.GetOkAsync("units/VN");
        BeforeCorrection = known.GetProperty("recordedAt").GetString()!;

        // Đà Nẵng corrects what it said of February, and Phường Thử 4 takes its report back.
        await ReportAsync("48", "2017-02-19", """ "statuses":{"committee":"consolidated"},"counts":{"agencies":7} """);
        await ReportAsync("00004", "2017-03-01", """ "withdraws":1 """);
    }
}
