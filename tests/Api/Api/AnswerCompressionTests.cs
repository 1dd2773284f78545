using System.IO;
using System.IO.Compression;
using System.Net.Http;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api;

public sealed class AnswerCompressionTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task What_is_read_comes_compressed_to_those_who_take_it_so_and_says_the_same()
    {
        using var compressed = await GetAsync("/api/v1/catalogue", "br", HttpCompletionOption.ResponseContentRead);
        using var plain = await GetAsync("/api/v1/catalogue", null, HttpCompletionOption.ResponseContentRead);

        Assert.Equal(["br"], compressed.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        using var reader = new StreamReader(new BrotliStream(await compressed.Content.ReadAsStreamAsync(), CompressionMode.Decompress));
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task The_live_stream_is_never_compressed()
    {
        using var answer = await GetAsync("/api/v1/live?unit=VN", "br, gzip", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? encodings, HttpCompletionOption completion)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encodings is not null)
            request.Headers.Add("Accept-Encoding", encodings);
        return await silo.Client.SendAsync(request, completion);
    }
}
