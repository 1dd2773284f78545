using System;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.Units;

public class RegistryTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(1000)]
    public async Task Every_unit_is_paged_once_upper_levels_first(int limit)
    {
        var codes = (await silo.Client.GetAllAsync("units", limit)).Each("code");
        Assert.Equal(
            ["VN", "01", "02", "48", "001", "002", "024", "490", "498", "00001", "00004", "00006", "00100", "00688", "00691", "20194"],
            codes);
    }

    [Fact]
    public async Task A_unit_is_shown_as_the_registry_has_it()
    {
        var page = await silo.Client.GetOkAsync("units?q=nang");
        Assert.Equal(
            """{"edition":"2023","simulated":false,"items":[{"code":"48","name":"Thành phố Đà Nẵng","kind":"Thành phố","level":"province","parent":"VN","region":"Nam Trung Bộ","simulated":false}],"next":null}""",
            page.GetRawText());
    }

    [Theory]
    [InlineData("q=da nang", "48")]
    [InlineData("q=ĐÀ NẴNG", "48")]
    [InlineData("q=dao", "498")]
    [InlineData("q=ĐẢO&level=district", "498")]
    [InlineData("q=duong", "00006")]
    [InlineData("q=hoa", "20194")]
    [InlineData("q=Hoà", "20194")]
    [InlineData("q=Hà n", "01")]
    [InlineData("q=  HA   g ", "02")]
    [InlineData("q=zz", "")]
    [InlineData("parent=48", "490 498")]
    [InlineData("parent=48&q=dao", "498")]
    [InlineData("parent=498", "")]
    [InlineData("parent=001&level=commune", "00001 00004 00006")]
    [InlineData("parent=VN&level=commune", "")]
    [InlineData("level=nation", "VN")]
    public async Task Units_are_found(string query, string expected)
    {
        var page = await silo.Client.GetOkAsync("units?" + Uri.EscapeDataString(query)
            .Replace("%3D", "=", StringComparison.Ordinal)
            .Replace("%26", "&", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(' ', page.GetProperty("items").EnumerateArray().Each("code")));
    }

    [Theory]
    [InlineData("units?level=village")]
    [InlineData("units?parent=99")]
    [InlineData("units?limit=0")]
    [InlineData("units?limit=ten")]
    [InlineData("units?cursor=abc")]
    [InlineData("units?asOf=2017-02-20")]
    [InlineData("units?edition=1999")]
    public async Task A_bad_query_is_a_400(string path) => await silo.Client.GetProblemAsync(path, HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_cursor_of_another_list_is_a_400()
    {
        var children = await silo.Client.GetOkAsync("units/VN/children?level=commune&limit=1");
        await silo.Client.GetProblemAsync($"units?cursor={children.GetProperty("next")}", HttpStatusCode.BadRequest);
    }
}
