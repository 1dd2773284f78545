using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Security;

/// <summary>Requests that never come to their end.</summary>
public sealed class SlowRequestTests(SlowRequestTests.ImpatientSilo silo) : IClassFixture<SlowRequestTests.ImpatientSilo>
{
    [Theory]
    [InlineData("Content-Length: 100")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task A_body_that_does_not_arrive_is_a_408_and_the_connection_is_closed(string length)
    {
        var rows = await silo.RowsAsync();
        using var connection = await RawConnection.OpenAsync(new Uri(silo.Origin));
        await connection.SendAsync(
            $"POST /api/v1/reports HTTP/1.1\r\nHost: silo\r\nAuthorization: Bearer {WritingSilo.AdminText}\r\nContent-Type: "
                + $"application/json\r\nAccept-Language: en\r\n{length}\r\n\r\n");
        await connection.SendAsync(length.StartsWith('C') ? "{\"reports\":" : "a\r\n{\"reports\"\r\n");
        Assert.Equal("HTTP/1.1 408 Request Timeout", await connection.StatusAsync());
        Assert.Equal("Connection: close", await connection.LineWithAsync("Connection:"));
        Assert.Contains("urn:aggregation:problem:too-slow", await connection.LineWithAsync("within 1 seconds"), StringComparison.Ordinal);
        Assert.Equal(rows, await silo.RowsAsync());
    }

    [Fact]
    public async Task Headers_that_do_not_arrive_end_the_connection()
    {
        using var connection = await RawConnection.OpenAsync(new Uri(silo.Origin));
        await connection.SendAsync("GET /api/v1/units/VN HTTP/1.1\r\nHost: silo\r\nX-Slow: ");
        Assert.StartsWith("HTTP/1.1 408 ", await connection.RestAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_comes_in_pieces_is_whole()
    {
        var body = Bodies.Batch(Bodies.Valid());
        using var connection = await RawConnection.OpenAsync(new Uri(silo.Origin));
        await connection.SendAsync(
            $"POST /api/v1/reports HTTP/1.1\r\nHost: silo\r\nAuthorization: Bearer {WritingSilo.AdminText}\r\nContent-Type: "
                + $"application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        foreach (var letter in body)
            await connection.SendAsync(letter.ToString());
        Assert.Equal("HTTP/1.1 200 OK", await connection.StatusAsync());
    }

    public sealed class ImpatientSilo : WritingSilo
    {
        protected override Dictionary<string, string?> Settings { get; } =
            new() { ["Security:BodySeconds"] = "1", ["Security:HeaderSeconds"] = "1" };
    }
}
