using System;
using System.Net.Http;
using System.Threading.Tasks;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Security;

/// <summary>What every answer carries.</summary>
public sealed class AnswerHeadersTests(WritingSilo silo) : IClassFixture<WritingSilo>
{
    [Theory]
    [InlineData("GET", "/api/v1/units/VN")]
    [InlineData("GET", "/api/v1/units/nowhere")]
    [InlineData("GET", "/api/v1/catalogue")]
    [InlineData("GET", "/api/v1/keys")]
    [InlineData("PUT", "/api/v1/reports")]
    [InlineData("POST", "/api/v1/reports")]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("GET", "/health/ready")]
    [InlineData("GET", "/openapi/v1.json")]
    public async Task An_answer_of_the_api_is_no_page_and_is_not_kept(string method, string path)
    {
        var answer = await silo.SendAsync(new HttpMethod(method), path);
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", answer.Headers["Content-Security-Policy"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("same-origin", answer.Headers["Referrer-Policy"]);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.DoesNotContain("Strict-Transport-Security", answer.Headers.Keys);
        Assert.DoesNotContain("Server", answer.Headers.Keys);
    }

    [Fact]
    public async Task A_page_runs_only_what_this_server_sends_and_stands_in_no_frame()
    {
        var answer = await silo.SendAsync(HttpMethod.Get, "/nothing");
        var policy = answer.Headers["Content-Security-Policy"];
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("geolocation=()", answer.Headers["Permissions-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("0HN7:00000001")]
    [InlineData("3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData("province.01_batch-7")]
    public async Task A_callers_id_of_a_request_is_kept_in_the_answer_and_in_its_problem(string id)
    {
        var answer = (await SendAsync("/api/v1/units/nowhere", id)).IsProblem(404);
        Assert.Equal(id, answer.Headers["X-Request-Id"]);
        Assert.Equal(id, answer.Json.GetProperty("requestId").GetString());
        Assert.Equal(id, (await SendAsync("/api/v1/units/VN", id)).Headers["X-Request-Id"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("<script>")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task Any_other_is_replaced_by_the_silos_own(string? id)
    {
        var first = (await SendAsync("/api/v1/units/nowhere", id)).IsProblem(404);
        var second = (await SendAsync("/api/v1/units/nowhere", id)).IsProblem(404);
        Assert.Matches("^[0-9A-Z]+:[0-9A-F]+$", first.Headers["X-Request-Id"]);
        Assert.Equal(first.Headers["X-Request-Id"], first.Json.GetProperty("requestId").GetString());
        Assert.NotEqual(first.Headers["X-Request-Id"], second.Headers["X-Request-Id"]);
    }

    [Fact]
    public async Task A_failure_carries_them_too()
    {
        silo.Ledger.Fails = true;
        try
        {
            var answer = (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid()))).IsProblem(503, "unavailable");
            Assert.Equal(answer.Headers["X-Request-Id"], answer.Json.GetProperty("requestId").GetString());
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.Equal("default-src 'none'; frame-ancestors 'none'", answer.Headers["Content-Security-Policy"]);
        }
        finally
        {
            silo.Ledger.Fails = false;
        }
    }

    private async Task<Answer> SendAsync(string path, string? id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (id is not null)
            request.Headers.TryAddWithoutValidation("X-Request-Id", id);
        return await silo.SendAsync(request, WritingSilo.AdminText, "en");
    }
}
