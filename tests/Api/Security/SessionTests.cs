using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Ledger.Access;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Security;

/// <summary>Signing in with a browser.</summary>
public sealed class SessionTests(WritingSilo silo) : IClassFixture<WritingSilo>
{
    [Fact]
    public async Task A_session_reads_and_writes_with_the_pages_own_origin_until_it_is_ended()
    {
        var cookie = await SignInAsync(await silo.KeyAsync(WritingSilo.Province, AccessRole.Reporter));
        Assert.Equal(200, (await SendAsync(HttpMethod.Get, "/api/v1/units/01", cookie)).Status);
        Assert.Equal(200, (await SendAsync(HttpMethod.Post, "/api/v1/reports", cookie, silo.Origin, Bodies.Batch(Bodies.Valid()))).Status);
        Assert.Equal(204, (await SendAsync(HttpMethod.Delete, "/api/v1/session", cookie, silo.Origin)).Status);
        (await SendAsync(HttpMethod.Get, "/api/v1/units/01", cookie)).IsProblem(401, "bad-key");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://elsewhere.example")]
    public async Task A_write_by_cookie_from_elsewhere_is_a_403(string? origin)
    {
        var cookie = await SignInAsync(await silo.KeyAsync("VN", AccessRole.Admin));
        var rows = await silo.RowsAsync();
        (await SendAsync(HttpMethod.Post, "/api/v1/reports", cookie, origin, Bodies.Batch(Bodies.Valid()))).IsProblem(403, "wrong-origin");
        (await SendAsync(HttpMethod.Post, "/api/v1/keys", cookie, origin, """{"unit":"VN","role":"admin"}""")).IsProblem(
            403,
            "wrong-origin");
        (await SendAsync(HttpMethod.Delete, "/api/v1/session", cookie, origin)).IsProblem(403, "wrong-origin");
        Assert.Equal(rows, await silo.RowsAsync());
    }

    [Fact]
    public async Task A_revoked_key_ends_its_sessions_and_the_cookie_is_taken_back()
    {
        var key = await silo.KeyAsync("VN", AccessRole.Viewer);
        var cookie = await SignInAsync(key);
        await silo.SendAsync(HttpMethod.Delete, "/api/v1/keys/" + KeyText.IdOf(key));
        var answer = (await SendAsync(HttpMethod.Get, "/api/v1/units/VN", cookie)).IsProblem(401, "bad-key");
        Assert.Contains("max-age=0", answer.Headers["Set-Cookie"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_closed_to_scripts_and_other_sites()
    {
        var answer = await silo.PostAsync("/session", $$"""{"key":"{{WritingSilo.AdminText}}"}""", key: null);
        Assert.Equal(204, answer.Status);
        var cookie = answer.Headers["Set-Cookie"];
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=43200", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(WritingSilo.AdminText, cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"key":"wrong"}""", 401)]
    [InlineData("""{"key":1}""", 400)]
    [InlineData("""{}""", 400)]
    [InlineData("""{"key":"x","remember":true}""", 400)]
    [InlineData("x", 400)]
    public async Task A_wrong_key_opens_no_session(string body, int status)
    {
        var answer = (await silo.PostAsync("/session", body, key: null)).IsProblem(status);
        Assert.DoesNotContain("Set-Cookie", answer.Headers.Keys);
    }

    [Fact]
    public async Task An_unknown_cookie_is_a_401_but_does_not_keep_anybody_from_signing_in()
    {
        var cookie = SessionCookie.Name + "=" + new string('A', 43);
        (await SendAsync(HttpMethod.Get, "/api/v1/units/VN", cookie)).IsProblem(401, "bad-key");
        Assert.Equal(
            204,
            (await SendAsync(HttpMethod.Post, "/api/v1/session", cookie, silo.Origin, $$"""{"key":"{{WritingSilo.AdminText}}"}""")).Status);
    }

    [Fact]
    public async Task Who_asks_is_told_by_key_and_by_cookie_alike()
    {
        var key = await silo.KeyAsync(WritingSilo.Province, AccessRole.Reporter);
        var expected = $$"""{"edition":"2023","unit":"01","role":"reporter","keyId":"{{KeyText.IdOf(key)}}","expiresOn":null}""";
        Assert.Equal(expected, (await silo.SendAsync(HttpMethod.Get, "/api/v1/session", key: key)).Text);
        Assert.Equal(expected, (await SendAsync(HttpMethod.Get, "/api/v1/session", await SignInAsync(key))).Text);
    }

    [Fact]
    public async Task Nobody_in_particular_is_told_that_nothing_may_be_read_where_reads_are_closed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session");
        var answer = await silo.SendAsync(request, null, "en");
        Assert.Equal((200, """{"edition":"2023","unit":null,"role":null,"keyId":null,"expiresOn":null}"""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Asking_who_one_is_with_a_session_that_has_ended_is_a_401_that_takes_the_cookie_back()
    {
        var cookie = await SignInAsync(await silo.KeyAsync("VN", AccessRole.Viewer));
        await SendAsync(HttpMethod.Delete, "/api/v1/session", cookie, silo.Origin);
        var answer = (await SendAsync(HttpMethod.Get, "/api/v1/session", cookie)).IsProblem(401, "bad-key");
        Assert.Contains("max-age=0", answer.Headers["Set-Cookie"], StringComparison.Ordinal);
    }

    private async Task<string> SignInAsync(string key)
    {
        var answer = await silo.PostAsync("/session", $$"""{"key":"{{key}}"}""", key: null);
        Assert.True(answer.Status == 204, answer.Text);
        return answer.Headers["Set-Cookie"].Split(';')[0];
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, string cookie, string? origin = null, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", cookie);
        if (origin is not null)
            request.Headers.TryAddWithoutValidation("Origin", origin);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await silo.SendAsync(request, null, "en");
    }
}
