using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Domain.Reports;
using Aggregation.Ledger.Access;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Security;

/// <summary>Making, listing and revoking keys.</summary>
public sealed class KeyTests(WritingSilo silo) : IClassFixture<WritingSilo>
{
    [Fact]
    public async Task A_key_is_shown_once_works_until_it_is_revoked_and_is_never_listed()
    {
        var made = await silo.PostAsync(
            "/keys",
            $$"""{"unit":"{{WritingSilo.District}}","role":"reporter","note":"Huyện","expiresOn":null}""");
        Assert.True(made.Status == 201, made.Text);
        var id = made.Json.GetProperty("id").GetString()!;
        var key = made.Json.GetProperty("key").GetString()!;
        Assert.Matches("^agg_[a-z0-9]+_[A-Za-z0-9_-]{43}$", key);
        Assert.Equal("no-store", made.Headers["Cache-Control"]);

        Assert.Equal(200, (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid()), key)).Status);
        var list = await silo.SendAsync(HttpMethod.Get, "/api/v1/keys?limit=1000");
        Assert.DoesNotContain(key, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", list.Text, StringComparison.OrdinalIgnoreCase);
        var entry = list.Json.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString() == id);
        Assert.Equal("reporter", entry.GetProperty("role").GetString());
        Assert.Equal(WritingSilo.District, entry.GetProperty("unit").GetString());
        Assert.Equal("Huyện", entry.GetProperty("note").GetString());

        Assert.Equal(204, (await silo.SendAsync(HttpMethod.Delete, "/api/v1/keys/" + id)).Status);
        (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid()), key)).IsProblem(401, "bad-key");
        Assert.Equal(204, (await silo.SendAsync(HttpMethod.Delete, "/api/v1/keys/" + id)).Status);
    }

    [Fact]
    public async Task An_admin_sees_and_revokes_only_the_keys_of_its_own_subtree()
    {
        var admin = await silo.KeyAsync(WritingSilo.Province, AccessRole.Admin);
        var own = KeyText.IdOf(await silo.KeyAsync(WritingSilo.Commune, AccessRole.Reporter))!;
        var others = KeyText.IdOf(await silo.KeyAsync(WritingSilo.OtherProvince, AccessRole.Reporter))!;
        var list = await silo.SendAsync(HttpMethod.Get, "/api/v1/keys?limit=1000", admin);
        Assert.Contains(own, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(others, list.Text, StringComparison.Ordinal);
        (await silo.SendAsync(HttpMethod.Delete, "/api/v1/keys/" + others, admin)).IsProblem(404, "unknown-key");
        (await silo.SendAsync(HttpMethod.Delete, "/api/v1/keys/nothing", admin)).IsProblem(404, "unknown-key");
        Assert.Equal(204, (await silo.SendAsync(HttpMethod.Delete, "/api/v1/keys/" + own, admin)).Status);
    }

    [Fact]
    public async Task Pages_of_keys_hold_each_key_once()
    {
        var admin = await silo.KeyAsync("S14-001", AccessRole.Admin);
        for (var made = 0; made < 5; made++)
            await silo.KeyAsync("S14-001", AccessRole.Viewer);
        var ids = Array.Empty<string>();
        var path = "/api/v1/keys?limit=2";
        for (var next = ""; next is not null;)
        {
            var page = (await silo.SendAsync(HttpMethod.Get, path + next, admin)).Json;
            ids = [.. ids, .. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
            next = page.GetProperty("next").GetString() is { } cursor ? "&cursor=" + cursor : null;
        }

        Assert.Equal(6, ids.Length);
        Assert.Equal(6, ids.Distinct().Count());
        (await silo.SendAsync(HttpMethod.Get, "/api/v1/keys?limit=0", admin)).IsProblem(400, "bad-query");
        (await silo.SendAsync(HttpMethod.Get, "/api/v1/keys?cursor=x", admin)).IsProblem(400, "bad-query");
        (await silo.SendAsync(HttpMethod.Get, "/api/v1/keys?page=2", admin)).IsProblem(400, "bad-query");
    }

    [Theory]
    [InlineData("""{"unit":"nowhere","role":"viewer"}""", 422, "/unit", "unknown-unit")]
    [InlineData("""{"role":"viewer"}""", 422, "/unit", "missing-field")]
    [InlineData("""{"unit":"01"}""", 422, "/role", "missing-field")]
    [InlineData("""{"unit":"01","role":"owner"}""", 422, "/role", "unknown-role")]
    [InlineData("""{"unit":"01","role":"viewer","expiresOn":"2017-02-20"}""", 422, "/expiresOn", "in-the-past")]
    [InlineData("""{"unit":"01","role":"viewer","expiresOn":"2999-02-30"}""", 422, "/expiresOn", "not-a-day")]
    [InlineData("""{"unit":"01","role":"viewer","note":""}""", 422, "/note", "empty")]
    [InlineData("""{"unit":"01","role":1}""", 400, "/role", "wrong-type")]
    [InlineData("""{"unit":null,"role":"viewer"}""", 400, "/unit", "wrong-type")]
    [InlineData("""{"unit":"01","role":"viewer","admin":true}""", 400, "/admin", "unknown-field")]
    [InlineData("""{"unit":"01","role":"viewer","role":"admin"}""", 400, "/role", "duplicate-field")]
    [InlineData("[]", 400, "", "wrong-type")]
    [InlineData("", 400, "", "not-json")]
    public async Task A_wrong_key_request_is_refused(string body, int status, string pointer, string code)
    {
        (await silo.PostAsync("/keys", body)).IsProblem(status).Names(pointer, code);
        (await silo.PostAsync("/keys", body, language: "vi")).IsProblem(status).Names(pointer, code);
    }

    [Fact]
    public async Task No_key_outlives_the_one_that_made_it_unless_an_admin_of_the_nation_says_so()
    {
        var today = ReportDay.Today(TimeProvider.System);
        var (end, later) = ($"{today.AddDays(30):yyyy-MM-dd}", $"{today.AddDays(60):yyyy-MM-dd}");
        var admin = (await silo.PostAsync(
            "/keys",
            $$"""{"unit":"{{WritingSilo.Province}}","role":"admin","expiresOn":"{{end}}"}""")).Json.GetProperty("key").GetString()!;
        (await silo.PostAsync(
            "/keys",
            $$"""{"unit":"{{WritingSilo.Commune}}","role":"viewer","expiresOn":"{{later}}"}""",
            admin)).IsProblem(422).Names("/expiresOn", "outlives-maker");
        (await silo.PostAsync($"/keys/{KeyText.IdOf(admin)}/rotate", $$"""{"expiresOn":"{{later}}"}""", admin)).IsProblem(422).Names(
            "/expiresOn",
            "outlives-maker");
        var made = await silo.PostAsync("/keys", $$"""{"unit":"{{WritingSilo.Commune}}","role":"viewer"}""", admin);
        Assert.Equal((end, KeyText.IdOf(admin)), await EntryAsync(made.Json.GetProperty("id").GetString()!));
        var endless = await silo.KeyAsync(WritingSilo.District, AccessRole.Reporter);
        var rotated = await silo.PostAsync($"/keys/{KeyText.IdOf(endless)}/rotate", "{}", admin);
        Assert.Equal((end, KeyText.IdOf(admin)), await EntryAsync(rotated.Json.GetProperty("id").GetString()!));

        var nation = (await silo.PostAsync("/keys", $$"""{"unit":"VN","role":"admin","expiresOn":"{{end}}"}""")).Json.GetProperty("key")
            .GetString()!;
        Assert.Equal(201, (await silo.PostAsync(
            "/keys",
            $$"""{"unit":"{{WritingSilo.Commune}}","role":"viewer","expiresOn":"{{later}}"}""",
            nation)).Status);
    }

    [Fact]
    public async Task Revoking_a_key_takes_those_it_made_along_when_it_is_told_to()
    {
        var admin = await silo.KeyAsync(WritingSilo.Province, AccessRole.Admin);
        var inner = (await silo.PostAsync("/keys", $$"""{"unit":"{{WritingSilo.District}}","role":"admin"}""", admin)).Json.GetProperty(
            "key").GetString()!;
        var innermost = (await silo.PostAsync("/keys", $$"""{"unit":"{{WritingSilo.Commune}}","role":"viewer"}""", inner)).Json.GetProperty(
            "key").GetString()!;
        var other = await silo.KeyAsync(WritingSilo.Commune, AccessRole.Viewer);
        (await silo.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{KeyText.IdOf(admin)}?cascade=perhaps")).IsProblem(400, "bad-query");
        Assert.Equal(204, (await silo.SendAsync(HttpMethod.Delete, "/api/v1/keys/" + KeyText.IdOf(admin))).Status);
        Assert.Equal(200, (await silo.SendAsync(HttpMethod.Get, "/api/v1/units/" + WritingSilo.Commune, innermost)).Status);
        Assert.Equal(204, (await silo.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{KeyText.IdOf(admin)}?cascade=true")).Status);
        foreach (var revoked in new[] { admin, inner, innermost })
            (await silo.SendAsync(HttpMethod.Get, "/api/v1/units/" + WritingSilo.Commune, revoked)).IsProblem(401, "bad-key");
        Assert.Equal(200, (await silo.SendAsync(HttpMethod.Get, "/api/v1/units/" + WritingSilo.Commune, other)).Status);
    }

    [Fact]
    public async Task A_note_has_at_most_200_characters_and_the_body_must_be_json()
    {
        (await silo.PostAsync("/keys", $$"""{"unit":"01","role":"viewer","note":"{{new string('x', 201)}}"}""")).IsProblem(422).Names(
            "/note",
            "too-long");
        (await silo.PostAsync("/keys", "{}", type: "text/plain")).IsProblem(415);
        (await silo.PostAsync("/keys", new string(' ', 20_000))).IsProblem(413);
    }

    private async Task<(string? ExpiresOn, string? MadeBy)> EntryAsync(string id)
    {
        var list = await silo.SendAsync(HttpMethod.Get, "/api/v1/keys?limit=1000");
        var entry = list.Json.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString() == id);
        return (entry.GetProperty("expiresOn").GetString(), entry.GetProperty("madeBy").GetString());
    }
}
