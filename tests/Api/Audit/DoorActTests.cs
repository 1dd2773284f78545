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

/// <summary>Who came in, and who was refused at the door.</summary>
public sealed class DoorActTests(WritingSilo silo) : IClassFixture<WritingSilo>
{
    [Fact]
    public async Task Sign_ins_are_recorded_good_and_bad_with_the_address()
    {
        var key = await silo.KeyAsync(WritingSilo.Province, AccessRole.Viewer);
        Assert.Equal(204, (await silo.PostAsync("/session", $$"""{"key":"{{key}}"}""", key: null)).Status);
        (await silo.PostAsync("/session", $$"""{"key":"{{key[..^1]}}{{(key[^1] == 'A' ? 'B' : 'A')}}"}""", key: null)).IsProblem(401);
        (await silo.PostAsync("/session", """{"key":"a-secret-that-nobody-may-find-in-the-audit"}""", key: null)).IsProblem(401);
        var acts = await ListAsync(ActName.SignedIn);
        Assert.Equal(
            [(null, null, ActOutcome.Refused), (null, KeyText.IdOf(key), ActOutcome.Refused), (KeyText.IdOf(key), null, ActOutcome.Done)],
            acts.Take(3).Select(act => (Text(act, "key"), Text(act, "target"), Text(act, "outcome"))));
        Assert.All(acts, act => Assert.Equal("127.0.0.1", Text(act, "address")));
        Assert.DoesNotContain(acts, act => act.GetRawText().Contains("a-secret", System.StringComparison.Ordinal));
    }

    [Fact]
    public async Task Administrative_calls_that_are_refused_are_recorded_whoever_made_them()
    {
        var reporter = await silo.KeyAsync(WritingSilo.Commune, AccessRole.Reporter);
        var admin = await silo.KeyAsync(WritingSilo.Province, AccessRole.Admin);
        var others = KeyText.IdOf(await silo.KeyAsync(WritingSilo.OtherProvince, AccessRole.Viewer))!;
        (await silo.PostAsync("/keys", $$"""{"unit":"{{WritingSilo.Commune}}","role":"admin"}""", reporter)).IsProblem(403, "wrong-role");
        (await silo.SendAsync(HttpMethod.Delete, "/api/v1/keys/" + others, admin)).IsProblem(404);
        (await silo.PostAsync("/keys", "{}", key: null)).IsProblem(401);
        Assert.Equal(
            [(ActName.KeyMade, null, null), (ActName.KeyRevoked, KeyText.IdOf(
                admin), others), (ActName.KeyMade, KeyText.IdOf(reporter), null)],
            (await ListAsync(ActName.KeyMade, ActName.KeyRevoked)).Where(act => Text(act, "outcome") == ActOutcome.Refused)
                .Take(3)
                .Select(act => (Text(act, "act")!, Text(act, "key"), Text(act, "target"))));
    }

    private static string? Text(JsonElement act, string name) => act.GetProperty(name).GetString();

    private async Task<JsonElement[]> ListAsync(params string[] names) =>
        [.. (await silo.SendAsync(HttpMethod.Get, "/api/v1/audit?limit=1000")).Json.GetProperty("items")
            .EnumerateArray()
            .Where(act => names.Contains(Text(act, "act")))];
}
