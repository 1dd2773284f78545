using System;
using System.Net;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Ledger.Access;
using Aggregation.Tests.Api.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregation.Tests.Api.Security;

/// <summary>Who asks, where reads are open.</summary>
public sealed class OpenSessionTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Nobody_in_particular_may_read_the_nation()
    {
        var session = await silo.Client.GetOkAsync("session");
        Assert.Equal("VN", session.GetProperty("unit").GetString());
        Assert.All((string[])["role", "keyId", "expiresOn"], member => Assert.Equal(
            JsonValueKind.Null,
            session.GetProperty(member).ValueKind));
    }

    [Fact]
    public async Task A_key_is_told_its_unit_and_its_last_day()
    {
        var wanted = new NewAccessKey("2023", "48", AccessRole.Viewer) { ExpiresOn = new DateOnly(2999, 12, 31) };
        var (key, text) = await silo.Services.GetRequiredService<AccessKeys>().MakeAsync(wanted, CancellationToken.None);
        using var client = silo.MakeClient(text);
        Assert.Equal(
            $$"""{"edition":"2023","unit":"48","role":"viewer","keyId":"{{key.Id}}","expiresOn":"2999-12-31"}""",
            (await client.GetOkAsync("session")).GetRawText());
    }

    [Fact]
    public async Task A_parameter_that_is_unknown_is_refused() =>
        await silo.Client.GetProblemAsync("session?who=me", HttpStatusCode.BadRequest);
}
