using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api;

/// <summary>HEAD is answered wherever GET is, with the same status and headers and no body; a stream ends.</summary>
public sealed class HeadTests(ReportedSilo silo) : IClassFixture<ReportedSilo>
{
    [Theory]
    [InlineData("units/VN")]
    [InlineData("units/VN/children")]
    [InlineData("units/nothing")]
    [InlineData("units?limit=0")]
    [InlineData("catalogue")]
    [InlineData("verify")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("live?unit=VN")]
    public async Task It_is_what_GET_would_be_without_the_body(string path)
    {
        using var get = new HttpRequestMessage(HttpMethod.Get, path);
        using var full = await silo.Admin.SendAsync(get, HttpCompletionOption.ResponseHeadersRead);
        using var head = new HttpRequestMessage(HttpMethod.Head, path);
        using var bare = await silo.Admin.SendAsync(head);
        Assert.Equal(
            (full.StatusCode, full.Content.Headers.ContentType?.ToString()),
            (bare.StatusCode, bare.Content.Headers.ContentType?.ToString()));
        Assert.Equal(full.Headers.Select(header => header.Key)
            .Where(IsOfTheAnswer)
            .Order(), bare.Headers.Select(header => header.Key).Where(IsOfTheAnswer).Order());
        Assert.Empty(await bare.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Where_there_is_no_GET_there_is_no_HEAD()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "reports");
        using var answer = await silo.Admin.SendAsync(head);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    // How the body travels is the body's.
    private static bool IsOfTheAnswer(string header) => header is not ("Transfer-Encoding" or "Connection");
}
