using System;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Security;

/// <summary>Replacing keys, and what is said of keys that near their end.</summary>
public sealed class KeyRotationTests(WritingSilo silo) : IClassFixture<WritingSilo>
{
    private const string Expires = "Aggregation-Key-Expires";

    private static DateOnly Today => ReportDay.Today(TimeProvider.System);

    [Fact]
    public async Task A_successor_has_the_same_unit_role_and_note_and_both_work_meanwhile()
    {
        var (id, key) = await MakeAsync("""{"unit":"S01-001","role":"reporter","note":"Quận"}""");
        var rotated = await silo.PostAsync($"/keys/{id}/rotate", """{"overlapDays":3}""");
        Assert.True(rotated.Status == 201, rotated.Text);
        Assert.Equal("no-store", rotated.Headers["Cache-Control"]);
        Assert.Equal(id, rotated.Json.GetProperty("replaces").GetString());
        Assert.Equal(Text(Today.AddDays(3)), rotated.Json.GetProperty("replacedExpiresOn").GetString());
        Assert.False(rotated.Json.TryGetProperty("expiresOn", out _));

        var successor = rotated.Json.GetProperty("key").GetString()!;
        var withOld = await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid()), key);
        var withNew = await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid()), successor);
        Assert.Equal((200, 200), (withOld.Status, withNew.Status));
        Assert.Equal(Text(Today.AddDays(3)), withOld.Headers[Expires]);
        Assert.DoesNotContain(Expires, withNew.Headers.Keys);

        var old = await EntryAsync(id);
        Assert.Equal("expiring", old.GetProperty("state").GetString());
        Assert.Equal(rotated.Json.GetProperty("id").GetString(), old.GetProperty("replacedBy").GetString());
        var entry = await EntryAsync(rotated.Json.GetProperty("id").GetString()!);
        Assert.Equal(("S01-001", "reporter", "Quận", "good"), (entry.GetProperty("unit").GetString(), entry.GetProperty("role")
            .GetString(), entry.GetProperty("note").GetString(), entry.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_key_made_for_some_days_is_followed_by_one_for_as_many_unless_a_day_is_named()
    {
        var (first, _) = await MakeAsync($$"""{"unit":"01","role":"viewer","expiresOn":"{{Text(Today.AddDays(100))}}"}""");
        var rotated = (await silo.PostAsync($"/keys/{first}/rotate", "{}")).Json;
        Assert.Equal(Text(Today.AddDays(100)), rotated.GetProperty("expiresOn").GetString());
        Assert.Equal(Text(Today.AddDays(7)), rotated.GetProperty("replacedExpiresOn").GetString());

        var (second, _) = await MakeAsync($$"""{"unit":"01","role":"viewer","expiresOn":"{{Text(Today.AddDays(2))}}"}""");
        var named = (await silo.PostAsync(
            $"/keys/{second}/rotate",
            $$"""{"overlapDays":90,"expiresOn":"{{Text(Today.AddDays(400))}}"}""")).Json;
        Assert.Equal(Text(Today.AddDays(400)), named.GetProperty("expiresOn").GetString());
        Assert.Equal(Text(Today.AddDays(2)), named.GetProperty("replacedExpiresOn").GetString());
    }

    [Fact]
    public async Task A_key_is_replaced_once_and_not_after_its_end()
    {
        var (id, _) = await MakeAsync("""{"unit":"01","role":"viewer"}""");
        Assert.Equal(201, (await silo.PostAsync($"/keys/{id}/rotate", "{}")).Status);
        (await silo.PostAsync($"/keys/{id}/rotate", "{}")).IsProblem(409, "key-replaced");
        var (revoked, _) = await MakeAsync("""{"unit":"01","role":"viewer"}""");
        await silo.SendAsync(HttpMethod.Delete, "/api/v1/keys/" + revoked);
        (await silo.PostAsync($"/keys/{revoked}/rotate", "{}")).IsProblem(409, "key-ended");
        Assert.Equal("revoked", (await EntryAsync(revoked)).GetProperty("state").GetString());
        var configured = (await ListAsync()).Single(item => item.GetProperty("id").GetString()!.StartsWith(
            "configured-",
            StringComparison.Ordinal)).GetProperty("id").GetString();
        (await silo.PostAsync($"/keys/{configured}/rotate", "{}")).IsProblem(409, "key-configured");
    }

    [Theory]
    [InlineData("""{"overlapDays":-1}""", 422, "/overlapDays", "bad-overlap")]
    [InlineData("""{"overlapDays":91}""", 422, "/overlapDays", "bad-overlap")]
    [InlineData("""{"overlapDays":1e2}""", 400, "/overlapDays", "not-whole")]
    [InlineData("""{"overlapDays":"7"}""", 400, "/overlapDays", "wrong-type")]
    [InlineData("""{"expiresOn":"2017-02-20"}""", 422, "/expiresOn", "in-the-past")]
    [InlineData("""{"expiresOn":"tomorrow"}""", 422, "/expiresOn", "not-a-day")]
    [InlineData("""{"unit":"VN"}""", 400, "/unit", "unknown-field")]
    [InlineData("", 400, "", "not-json")]
    public async Task A_wrong_rotation_is_refused_and_changes_nothing(string body, int status, string pointer, string code)
    {
        var (id, _) = await MakeAsync("""{"unit":"01","role":"viewer"}""");
        (await silo.PostAsync($"/keys/{id}/rotate", body)).IsProblem(status).Names(pointer, code);
        (await silo.PostAsync($"/keys/{id}/rotate", body, language: "vi")).IsProblem(status).Names(pointer, code);
        Assert.Equal(JsonValueKind.Null, (await EntryAsync(id)).GetProperty("replacedBy").ValueKind);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public async Task A_key_warns_of_its_end_for_thirty_days(int days, bool warns)
    {
        var (id, key) = await MakeAsync($$"""{"unit":"01","role":"viewer","expiresOn":"{{Text(Today.AddDays(days))}}"}""");
        var answer = await silo.SendAsync(HttpMethod.Get, "/api/v1/units/01", key);
        Assert.Equal(warns ? Text(Today.AddDays(days)) : null, answer.Headers.TryGetValue(Expires, out var day) ? day : null);
        Assert.Equal(warns ? "expiring" : "good", (await EntryAsync(id)).GetProperty("state").GetString());
        var refused = (await silo.SendAsync(HttpMethod.Get, "/api/v1/units/VN", key)).IsProblem(403);
        Assert.Equal(warns, refused.Headers.ContainsKey(Expires));
    }

    [Fact]
    public async Task The_last_use_of_a_key_is_listed_to_the_minute()
    {
        var (id, key) = await MakeAsync("""{"unit":"01","role":"viewer"}""");
        Assert.Equal(JsonValueKind.Null, (await EntryAsync(id)).GetProperty("lastUsedAt").ValueKind);
        var before = DateTimeOffset.UtcNow.AddMinutes(-1);
        await silo.SendAsync(HttpMethod.Get, "/api/v1/units/01", key);
        var used = (await EntryAsync(id)).GetProperty("lastUsedAt").GetDateTimeOffset();
        Assert.InRange(used, before, DateTimeOffset.UtcNow);
        Assert.Equal(0, used.Second);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<(string Id, string Key)> MakeAsync(string body)
    {
        var made = await silo.PostAsync("/keys", body);
        Assert.True(made.Status == 201, made.Text);
        return (made.Json.GetProperty("id").GetString()!, made.Json.GetProperty("key").GetString()!);
    }

    private async Task<JsonElement[]> ListAsync() =>
        [.. (await silo.SendAsync(HttpMethod.Get, "/api/v1/keys?limit=1000")).Json.GetProperty("items").EnumerateArray()];

    private async Task<JsonElement> EntryAsync(string id) => (await ListAsync()).Single(item => item.GetProperty("id").GetString() == id);
}
