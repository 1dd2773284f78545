using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Ledger.Access;
using Aggregation.Tests.Api.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregation.Tests.Api.Security;

/// <summary>A silo whose reads need a key, with the test's units in two editions and every actor's key and cookie.</summary>
public class MatrixSilo : SiloFixture
{
    private static readonly string[] Levels = ["nation", "province", "district", "commune"];

    private readonly Dictionary<MatrixActor, string> keys = [];
    private readonly Dictionary<MatrixActor, string> cookies = [];

    /// <summary>What nobody may read anywhere: the secret part of every key that was made, and of every cookie.</summary>
    public HashSet<string> Secrets { get; } = [];

    protected override IEnumerable<(string Name, string Value)> Settings => [("Security:PublicRead", "false")];

    /// <summary>Sends a request as somebody, with the key itself or with the cookie of a session.</summary>
    public async Task<(int Status, string Text)> SendAsync(MatrixActor actor, HttpRequestMessage request, bool bySession)
    {
        if (bySession)
        {
            request.Headers.Add("Cookie", cookies[actor]);
            request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        }
        else if (keys.TryGetValue(actor, out var key))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        using (request)
        using (var answer = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
        {
            var isStream = answer.Content.Headers.ContentType?.MediaType == "text/event-stream";
            return ((int)answer.StatusCode, isStream ? "" : await answer.Content.ReadAsStringAsync());
        }
    }

    /// <summary>A new key of a unit, for calls that are about keys.</summary>
    public async Task<string> KeyOfAsync(MatrixTarget target) => (await MakeAsync(target.Edition, target.Unit, AccessRole.Viewer, null)).Id;

    protected override async Task SeedAsync()
    {
        var lines = TestUnits.Edition.Units.Select(unit =>
            $"{unit.Code},{unit.Name},{unit.Kind},{Levels[unit.Level]},{unit.Parent},{unit.Region}");
        using var list = new StringContent("code,name,kind,level,parent,region\n" + string.Join('\n', lines), Encoding.UTF8, "text/csv");
        using var imported = await Admin.PostAsync($"units/import?edition={MatrixTarget.Other}", list);
        Assert.True(imported.IsSuccessStatusCode, await imported.Content.ReadAsStringAsync());

        foreach (var actor in MatrixActor.All.Where(actor => actor.IsKnown))
            keys[actor] = (await MakeAsync(MatrixTarget.Active, actor == MatrixActor.Nation ? "VN" : "001", actor.Role!.Value, null)).Text;
        var revoked = await MakeAsync(MatrixTarget.Active, "001", AccessRole.Admin, null);
        await Services.GetRequiredService<AccessKeys>().RevokeAsync(revoked.Id, CancellationToken.None);
        keys[MatrixActor.Revoked] = revoked.Text;
        keys[MatrixActor.Expired] = (await MakeAsync(MatrixTarget.Active, "001", AccessRole.Admin, new DateOnly(2017, 2, 20))).Text;

        foreach (var actor in MatrixActor.All.Where(actor => actor.IsKnown))
        {
            using var body = new StringContent($$"""{"key":"{{keys[actor]}}"}""", MediaTypeHeaderValue.Parse("application/json"));
            using var answer = await Client.PostAsync("session", body);
            cookies[actor] = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
            Secrets.Add(cookies[actor].Split('=')[1]);
        }
    }

    private async Task<(string Id, string Text)> MakeAsync(string edition, string unit, AccessRole role, DateOnly? expiresOn)
    {
        var wanted = new NewAccessKey(edition, unit, role) { ExpiresOn = expiresOn };
        var (key, text) = await Services.GetRequiredService<AccessKeys>().MakeAsync(wanted, CancellationToken.None);
        Secrets.Add(text[^43..]);
        return (key.Id, text);
    }
}
