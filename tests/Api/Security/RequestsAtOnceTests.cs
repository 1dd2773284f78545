using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Aggregation.Tests.Api.Fixtures;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Security;

/// <summary>More requests of one key at once than are worked on: they wait for each other, and nobody else waits for them.</summary>
public sealed class RequestsAtOnceTests(RequestsAtOnceTests.NarrowSilo silo) : IClassFixture<RequestsAtOnceTests.NarrowSilo>
{
    [Fact]
    public async Task A_flood_waits_for_itself_is_refused_when_too_much_waits_and_leaves_others_alone()
    {
        var key = await silo.KeyAsync(WritingSilo.Province, AccessRole.Reporter);
        var body = Bodies.Batch(Bodies.Valid());
        using var slow = await RawConnection.OpenAsync(new Uri(silo.Origin));
        await slow.SendAsync(
            $"POST /api/v1/reports HTTP/1.1\r\nHost: silo\r\nAuthorization: Bearer {key}\r\nContent-Type: "
                + $"application/json\r\nContent-Length: {body.Length}\r\nExpect: 100-continue\r\n\r\n");
        Assert.Equal("HTTP/1.1 100 Continue", await slow.StatusAsync());

        Task<Answer>[] others =
        [
            silo.SendAsync(HttpMethod.Get, "/api/v1/units/01", key),
            silo.SendAsync(HttpMethod.Get, "/api/v1/units/01", key)
        ];
        var refused = await Task.WhenAny(others);
        Assert.Equal("1", (await refused).IsProblem(429, "too-many-at-once").Headers["Retry-After"]);
        var waiting = others[0] == refused ? others[1] : others[0];
        Assert.Equal(200, (await silo.SendAsync(
            HttpMethod.Get,
            "/api/v1/units/01",
            await silo.KeyAsync(WritingSilo.Province, AccessRole.Viewer))).Status);
        Assert.Equal(200, (await silo.SendAsync(HttpMethod.Get, "/health/live", null)).Status);
        Assert.False(waiting.IsCompleted);
        await slow.SendAsync(body);
        Assert.Equal("HTTP/1.1 200 OK", await slow.StatusAsync());
        Assert.Equal(200, (await waiting).Status);
    }

    public sealed class NarrowSilo : WritingSilo
    {
        protected override Dictionary<string, string?> Settings { get; } =
            new() { ["Security:RequestsAtOnce"] = "1", ["Security:RequestsWaiting"] = "1" };
    }
}
