using System;
using System.Linq;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.Description;

public class ReadingDescriptionTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Theory]
    [InlineData("/units", "parent level q cursor limit edition")]
    [InlineData("/units/{code}", "code asOf knownAt edition")]
    [InlineData("/units/{code}/children", "code level asOf knownAt cursor limit edition")]
    [InlineData("/units/{code}/outstanding", "code indicator level from to asOf knownAt cursor limit edition")]
    [InlineData("/units/{code}/models", "code q kind asOf knownAt cursor limit edition")]
    [InlineData("/units/{code}/history", "code indicator level from to step knownAt edition")]
    [InlineData("/units/{code}/reporting", "code from to edition")]
    [InlineData("/units/{code}/reports", "code cursor limit edition")]
    [InlineData("/units/{code}/template", "code edition")]
    [InlineData("/catalogue", "edition")]
    [InlineData("/live", "unit edition")]
    public async Task Every_reading_call_is_described_with_its_parameters(string path, string parameters)
    {
        var document = await silo.Client.GetFromJsonAsync<JsonElement>(new Uri(silo.Address, "/openapi/v1.json"));
        var call = document.GetProperty("paths").GetProperty("/api/v1" + path).GetProperty("get");
        Assert.Equal(parameters, string.Join(' ', call.GetProperty("parameters").EnumerateArray().Each("name")));
        Assert.Equal(["200", "400", "401", "403", "404", "429", "503"], call.GetProperty("responses")
            .EnumerateObject()
            .Select(response => response.Name)
            .Order());
    }
}
