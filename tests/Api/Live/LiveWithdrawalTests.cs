using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Ledger.Access;
using Aggregation.Testing.Http;
using Aggregation.Tests.Api.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregation.Tests.Api.Live;

/// <summary>Streams of whoever may no longer look.</summary>
public sealed class LiveWithdrawalTests(ClosedSilo silo) : IClassFixture<ClosedSilo>
{
    [Fact]
    public async Task A_revoked_key_ends_its_streams_and_no_others()
    {
        var (key, text) = await silo.MakeKeyAsync("48", AccessRole.Viewer);
        using var client = silo.MakeClient(text);
        using var live = await LiveReader.OpenAsync(client, "live?unit=48");
        using var another = await LiveReader.OpenAsync(silo.Admin, "live?unit=498");
        Assert.NotNull(await live.NextAsync());
        Assert.NotNull(await another.NextAsync());
        await silo.Services.GetRequiredService<AccessKeys>().RevokeAsync(key.Id, CancellationToken.None);
        Assert.Null(await live.NextAsync());
        await silo.ReportAsync("498", "2017-02-20", """ "counts":{"schools":5} """);
        Assert.Equal(5, (await another.NextAsync())!.Schools);
    }

    [Fact]
    public async Task A_session_that_is_ended_ends_its_streams()
    {
        var (_, text) = await silo.MakeKeyAsync("48", AccessRole.Viewer);
        using var browser = silo.MakeClient(null);
        using var body = new StringContent($$"""{"key":"{{text}}"}""", MediaTypeHeaderValue.Parse("application/json"));
        using (var answer = await browser.PostAsync("session", body))
            browser.DefaultRequestHeaders.Add("Cookie", string.Join("", answer.Headers.GetValues("Set-Cookie")).Split(';')[0]);
        browser.DefaultRequestHeaders.Add("Origin", silo.Address.GetLeftPart(UriPartial.Authority));
        using var live = await LiveReader.OpenAsync(browser, "live?unit=48");
        Assert.NotNull(await live.NextAsync());
        (await browser.DeleteAsync("session")).Dispose();
        Assert.Null(await live.NextAsync());
    }
}
