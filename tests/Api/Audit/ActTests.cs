using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Audit;

/// <summary>Administrative acts, and who is told of them.</summary>
public sealed class ActTests(WritingSilo silo) : IClassFixture<WritingSilo>
{
    [Fact]
    public async Task What_is_done_to_keys_is_recorded_with_who_did_it_and_on_which_request()
    {
        var admin = await silo.KeyAsync(WritingSilo.Province, AccessRole.Admin);
        var made = await silo.PostAsync("/keys", $$"""{"unit":"{{WritingSilo.Commune}}","role":"viewer"}""", admin);
        var id = made.Json.GetProperty("id").GetString()!;
        var rotated = (await silo.PostAsync($"/keys/{id}/rotate", "{}", admin)).Json.GetProperty("id").GetString()!;
        Assert.Equal(204, (await silo.SendAsync(HttpMethod.Delete, "/api/v1/keys/" + rotated, admin)).Status);
        (await silo.PostAsync("/keys", $$"""{"unit":"{{WritingSilo.OtherProvince}}","role":"viewer"}""", admin)).IsProblem(
            403,
            "outside-subtree");
        (await silo.PostAsync("/keys", "{}", admin)).IsProblem(422, "invalid");

        var acts = await ActsOfAsync(KeyText.IdOf(admin)!);
        Assert.Equal(
            [
                (ActName.KeyMade, WritingSilo.OtherProvince, null, ActOutcome.Refused),
                (ActName.KeyRevoked, WritingSilo.Commune, rotated, ActOutcome.Done),
                (ActName.KeyRotated, WritingSilo.Commune, id, ActOutcome.Done),
                (ActName.KeyMade, WritingSilo.Commune, id, ActOutcome.Done),
            ],
            acts.Select(act => (Text(act, "act"), Text(act, "unit"), Text(act, "target"), Text(act, "outcome"))));
        Assert.Equal(made.Headers["X-Request-Id"], Text(acts[^1], "requestId"));
    }

    [Fact]
    public async Task Verifying_and_importing_are_recorded_with_what_they_came_to()
    {
        Assert.Equal(200, (await silo.SendAsync(HttpMethod.Get, "/api/v1/verify?deep=true")).Status);
        var act = (await ListAsync("?limit=1", null))[0];
        Assert.Equal((ActName.VerifiedDeeply, ActOutcome.Done), (Text(act, "act"), Text(act, "outcome")));
        Assert.Equal((0, 0), (act.GetProperty("figures")
            .GetProperty("differences")
            .GetInt64(), act.GetProperty("figures").GetProperty("faults").GetInt64()));
    }

    [Fact]
    public async Task The_first_key_and_the_seal_are_the_silos_own_acts()
    {
        var acts = (await ListAsync("?limit=1000", null)).Where(act => Text(act, "key") is null).ToArray();
        Assert.Equal([ActName.SettingsChanged, ActName.KeyMade, ActName.SealKeyChanged], acts.Select(act => Text(act, "act")!));
        Assert.All(acts, act => Assert.Null(Text(act, "requestId")));
    }

    [Fact]
    public async Task An_admin_is_told_of_its_own_subtree_in_pages_and_by_day()
    {
        var admin = await silo.KeyAsync(WritingSilo.District, AccessRole.Admin);
        foreach (var unit in new[] { WritingSilo.Commune, WritingSilo.OtherProvince, WritingSilo.District })
            Assert.Equal(201, (await silo.PostAsync("/keys", $$"""{"unit":"{{unit}}","role":"viewer"}""")).Status);
        Assert.Equal(200, (await silo.SendAsync(HttpMethod.Get, "/api/v1/verify")).Status);
        var all = await ListAsync("?limit=1000", admin);
        Assert.All(all, act => Assert.Contains(Text(act, "unit"), new[] { WritingSilo.Commune, WritingSilo.District }));
        Assert.Equal([WritingSilo.District, WritingSilo.Commune], all.Take(2).Select(act => Text(act, "unit")!));

        var paged = new List<long>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = (await silo.SendAsync(HttpMethod.Get, "/api/v1/audit?limit=1" + cursor, admin)).Json;
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(act => act.GetProperty("number").GetInt64()));
            cursor = page.GetProperty("next").GetString() is { } next ? "&cursor=" + next : null;
        }

        Assert.Equal(all.Select(act => act.GetProperty("number").GetInt64()), paged);
        Assert.Empty(await ListAsync("?to=2020-01-01", admin));
        Assert.NotEmpty(await ListAsync("?from=2020-01-01", admin));
    }

    [Theory]
    [InlineData("from=yesterday")]
    [InlineData("from=2020-01-02&to=2020-01-01")]
    [InlineData("cursor=abc")]
    [InlineData("limit=0")]
    [InlineData("unit=01")]
    public async Task A_bad_query_is_refused(string query) =>
        (await silo.SendAsync(HttpMethod.Get, "/api/v1/audit?" + query)).IsProblem(400, "bad-query");

    private static string? Text(JsonElement act, string name) => act.GetProperty(name).GetString();

    private async Task<JsonElement[]> ListAsync(string query, string? key) =>
        [.. (key is null
            ? await silo.SendAsync(HttpMethod.Get, "/api/v1/audit" + query)
            : await silo.SendAsync(HttpMethod.Get, "/api/v1/audit" + query, key)).Json.GetProperty("items").EnumerateArray()];

    private async Task<JsonElement[]> ActsOfAsync(string key) =>
        [.. (await ListAsync("?limit=1000", null)).Where(act => Text(act, "key") == key)];
}
