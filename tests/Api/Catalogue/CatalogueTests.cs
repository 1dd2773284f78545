using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.Catalogue;

public class CatalogueTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task The_catalogue_says_what_can_be_reported()
    {
        var catalogue = await silo.Client.GetOkAsync("catalogue");
        Assert.Equal("2023", catalogue.GetProperty("edition").GetString());
        Assert.Equal("""["nation","province","district","commune"]""", catalogue.GetProperty("levels").GetRawText());
        Assert.Equal("""{"vi":"Cấp tỉnh","en":"Provinces"}""", catalogue.GetProperty("levelLabels").GetProperty("province").GetRawText());
        Assert.Equal(
            """["self-governance","self-prevention","self-protection","self-reconciliation","other"]""",
            catalogue.GetProperty("modelKinds").GetRawText());

        var indicators = catalogue.GetProperty("indicators")
            .EnumerateArray()
            .ToDictionary(indicator => indicator.GetProperty("id").GetString()!);
        Assert.Equal(
            """{"id":"mobilisation-programme","type":"status","levels":["nation","province"],"states":["not-adopted","adopted"],"complete":"adopted","of":null,"label":{"vi":"có Chương trình phối hợp dân vận","en":"with a mobilisation programme"},"stateLabels":{"not-adopted":{"vi":"Chưa triển khai","en":"Not adopted"},"adopted":{"vi":"Đã triển khai","en":"Adopted"}}}""",
            indicators["mobilisation-programme"].GetRawText());
        Assert.Equal("agencies", indicators["safe-agencies"].GetProperty("of").GetString());
    }

    [Fact]
    public async Task A_bad_query_is_a_400() => await silo.Client.GetProblemAsync("catalogue?level=province", HttpStatusCode.BadRequest);
}
