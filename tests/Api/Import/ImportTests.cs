using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Ledger.Audit;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Import;

/// <summary>Importing lists of units.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private const string Header = "code,name,kind,level,parent,region\n";
    private readonly WritingSilo silo = new();

    public Task InitializeAsync() => silo.InitializeAsync();

    public Task DisposeAsync() => silo.DisposeAsync();

    [RealListFact]
    public async Task The_whole_list_of_2023_replaces_the_simulation_and_a_second_import_changes_nothing()
    {
        var list = await File.ReadAllBytesAsync(RealLists.PathOf("units-2023.csv"));
        var first = await ImportAsync(list);
        Assert.True(first.Status == 200, first.Text);
        var levels = first.Json.GetProperty("levels");
        Assert.Equal(63, levels.GetProperty("province").GetInt32());
        Assert.Equal(705, levels.GetProperty("district").GetInt32());
        Assert.Equal(10_599, levels.GetProperty("commune").GetInt32());
        Assert.Equal("2023", first.Json.GetProperty("edition").GetString());
        Assert.False(silo.Edition.Simulated);

        var generation = silo.Edition.Generation;
        var second = await ImportAsync(list);
        Assert.Equal(0, second.Json.GetProperty("added").GetInt32());
        Assert.Equal(0, second.Json.GetProperty("renamed").GetInt32());
        Assert.Equal(11_368, second.Json.GetProperty("unchanged").GetInt32());
        Assert.Equal(generation, silo.Edition.Generation);
        Assert.Equal(200, (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid("00001")))).Status);
    }

    [RealListFact]
    public async Task The_statistics_offices_two_files_come_one_after_the_other()
    {
        var districts = await ImportAsync(await File.ReadAllBytesAsync(RealLists.PathOf("nso-districts-2023.csv")));
        Assert.True(districts.Status == 200, districts.Text);
        Assert.Equal(705, districts.Json.GetProperty("added").GetInt32());
        var communes = await ImportAsync(await File.ReadAllBytesAsync(RealLists.PathOf("nso-communes-2023.csv")));
        Assert.True(communes.Status == 200, communes.Text);
        Assert.Equal(10_599, communes.Json.GetProperty("levels").GetProperty("commune").GetInt32());
        Assert.Equal("001", silo.Edition.Find("00001")!.Parent);
    }

    [RealListFact]
    public async Task Another_edition_stands_beside_the_active_one()
    {
        var answer = await ImportAsync(await File.ReadAllBytesAsync(RealLists.PathOf("units-2025.csv")), "?edition=2025");
        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(3_321, answer.Json.GetProperty("levels").GetProperty("commune").GetInt32());
        Assert.False(answer.Json.GetProperty("levels").TryGetProperty("district", out _));
    }

    [Fact]
    public async Task Once_anything_was_reported_the_simulation_stays()
    {
        Assert.Equal(200, (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid()))).Status);
        (await ImportAsync(Header + "001,Quận Ba Đình,Quận,district,01,\n")).IsProblem(409, "ledger-in-use");
        Assert.True(silo.Edition.Simulated);
    }

    [Fact]
    public async Task Moves_and_many_renames_need_leave()
    {
        Assert.Equal(200, (await ImportAsync(Header + "001,Quận Ba Đình,Quận,district,01,\n")).Status);
        var moved = Header + "001,Quận Ba Đình,Quận,district,02,\n";
        Assert.Equal(
            2,
            (await ImportAsync(moved)).IsProblem(422, "list-refused").Json.GetProperty("errors")[0].GetProperty("line").GetInt32());
        var renames = Header + "001,Ba Đình,Quận,district,01,\n02,Hà Giang,Tỉnh,province,VN,\n";
        (await ImportAsync(renames)).IsProblem(422).Names("/lines/0", "too-many-renames");
        Assert.Equal(200, (await ImportAsync(renames, "?allow=renames")).Status);
        Assert.Equal(200, (await ImportAsync(moved, "?allow=moves&allow=renames")).Status);
    }

    [Fact]
    public async Task An_import_is_one_act_which_names_the_units_that_moved_and_so_is_one_refused()
    {
        Assert.Equal(200, (await ImportAsync(Header + "001,Quận Ba Đình,Quận,district,01,\n")).Status);
        var moved = Header + "001,Quận Ba Đình,Quận,district,02,\n";
        Assert.Equal(422, (await ImportAsync(moved)).Status);
        var done = await ImportAsync(moved, "?allow=moves&allow=renames");
        Assert.Equal(200, done.Status);

        var acts = (await silo.SendAsync(HttpMethod.Get, "/api/v1/audit")).Json.GetProperty("items").EnumerateArray()
            .Where(act => act.GetProperty("act").GetString() == ActName.UnitsImported)
            .ToList();
        Assert.Equal([ActOutcome.Done, ActOutcome.Refused, ActOutcome.Done], acts.Select(act => act.GetProperty("outcome").GetString()));
        Assert.Equal("01 → 02", acts[0].GetProperty("details").GetProperty("001").GetString());
        Assert.Equal((0, 1, 1), (Figure(acts[0], "added"), Figure(acts[0], "renamed"), Figure(acts[0], "moved")));
        Assert.Equal(done.Headers["X-Request-Id"], acts[0].GetProperty("requestId").GetString());
        Assert.All(acts, act => Assert.NotNull(act.GetProperty("key").GetString()));

        static int Figure(JsonElement act, string name) => act.GetProperty("figures").GetProperty(name).GetInt32();
    }

    [Theory]
    [InlineData("", 1, "wrong-header")]
    [InlineData("a,b,c\n", 1, "wrong-header")]
    [InlineData("old_code,new_code,old_name\n", 1, "wrong-header")]
    [InlineData(Header, 0, "no-rows")]
    [InlineData(Header + "\n\n", 0, "no-rows")]
    [InlineData(Header + "001,Quận Ba Đình,Quận,district,01\n", 2, "broken-line")]
    [InlineData(Header + "001,Quận Ba Đình,Quận,district,01,,\n", 2, "broken-line")]
    [InlineData(Header + "001,\"Quận Ba Đình,Quận,district,01,\n002,Hoàn Kiếm,Quận,district,01,\n", 2, "broken-line")]
    [InlineData(Header + "001,,Quận,district,01,\n", 2, "missing-field")]
    [InlineData(Header + "\n001,,Quận,district,01,\n", 3, "missing-field")]
    [InlineData(Header + "1,Quận Ba Đình,Quận,district,01,\n", 2, "bad-code")]
    [InlineData(Header + "../,Quận Ba Đình,Quận,district,01,\n", 2, "bad-code")]
    [InlineData(Header + "001,Quận Ba Đình,Quận,ward,01,\n", 2, "unknown-level")]
    [InlineData(Header + "001,Quận Ba Đình,Quận,district,01,\n001,Quận Ba Đình,Quận,district,01,\n", 3, "duplicate-code")]
    [InlineData(Header + "001,Quận Ba Đình,Quận,district,00,\n", 2, "missing-parent")]
    [InlineData(Header + "001,Quận Ba Đình,Quận,district,001,\n", 2, "parent-not-above")]
    [InlineData(Header + "001,Quận\u0007,Quận,district,01,\n", 2, "bad-text")]
    public async Task A_wrong_line_is_a_422_that_names_it(string csv, int line, string code)
    {
        var generation = silo.Edition.Generation;
        foreach (var language in new[] { "vi", "en" })
        {
            var answer = (await silo.PostAsync("/units/import", csv, language: language, type: "text/csv; charset=utf-8")).IsProblem(
                422,
                "list-refused").Names("/lines/" + line, code);
            Assert.Contains(answer.Json.GetProperty("errors").EnumerateArray(), error => error.GetProperty("line").GetInt32() == line);
        }

        Assert.Equal(generation, silo.Edition.Generation);
        Assert.True(silo.Edition.Simulated);
    }

    [Fact]
    public async Task Every_wrong_line_is_named()
    {
        var answer = (await ImportAsync(Header
            + "001,Ba Đình,Quận,district,01,\n2,x,Quận,district,01,\nbroken\n003,,Quận,district,01,\n")).IsProblem(422);
        Assert.Equal(["/lines/3", "/lines/4", "/lines/5"], answer.Errors.Select(error => error.Pointer));
    }

    [Theory]
    [InlineData("code;name;kind;level;parent;region\n001;Quận Ba Đình;Quận;district;01;\n")]
    [InlineData("\uFEFFcode,name,kind,level,parent,region\r\n001,Quận Ba Đình,Quận,district,01,\r\n")]
    [InlineData("code,name,kind,level,parent\n001,Quận Ba Đình,Quận,district,01")]
    [InlineData("Mã;Tên;Tên Tiếng Anh;Cấp;Mã TP;Tỉnh / Thành Phố\n001;Quận Ba Đình;;Quận;01;Thành phố Hà Nội\n")]
    [InlineData(Header + "001,\"Quận Ba Đình\",Quận,district,01,\"\"\n")]
    public async Task Lists_come_in_many_spellings(string csv)
    {
        var answer = await ImportAsync(csv);
        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal("Quận Ba Đình", silo.Edition.Find("001")!.Name);
    }

    [Fact]
    public async Task What_is_no_csv_in_utf8_is_refused()
    {
        (await ImportAsync(Encoding.Latin1.GetBytes(Header + "001,Qu\u00e2n,Quận,district,01,\n"))).IsProblem(400, "not-utf-8");
        (await silo.PostAsync("/units/import", Header, type: "application/json")).IsProblem(415);
        (await silo.PostAsync("/units/import", Header, type: "text/csv; charset=windows-1258")).IsProblem(415);
        (await silo.PostAsync("/units/import", new byte[(16 * 1024 * 1024) + 1], type: "text/csv")).IsProblem(413);
        (await ImportAsync(Header, "?allow=everything")).IsProblem(400, "bad-query");
        (await ImportAsync(Header, "?edition=../x")).IsProblem(400, "bad-query");
        (await ImportAsync(Header, "?force=true")).IsProblem(400, "bad-query");
    }

    private Task<Answer> ImportAsync(string csv, string query = "") => ImportAsync(Encoding.UTF8.GetBytes(csv), query);

    private Task<Answer> ImportAsync(byte[] csv, string query = "") => silo.PostAsync("/units/import" + query, csv, type: "text/csv");
}
