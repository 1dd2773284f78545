using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Security;

/// <summary>Every writing call by every role on the own unit, one below, one beside and one above.</summary>
public sealed class AuthorisationTests(WritingSilo silo) : IClassFixture<WritingSilo>
{
    public static TheoryData<AccessRole?, string, string, int> Matrix()
    {
        var matrix = new TheoryData<AccessRole?, string, string, int>();
        string[] within = [WritingSilo.District, WritingSilo.Commune];
        string[] without = [WritingSilo.OtherDistrict, WritingSilo.Province, "VN"];
        foreach (var unit in within)
        {
            Add(null, unit, 401, 401);
            Add(AccessRole.Viewer, unit, 403, 403);
            Add(AccessRole.Reporter, unit, 200, 403);
            Add(AccessRole.Admin, unit, 200, 201);
        }

        foreach (var unit in without)
        {
            Add(null, unit, 401, 401);
            Add(AccessRole.Viewer, unit, 403, 403);
            Add(AccessRole.Reporter, unit, 403, 403);
            Add(AccessRole.Admin, unit, 403, 403);
        }

        return matrix;

        void Add(AccessRole? role, string unit, int reports, int keys)
        {
            matrix.Add(role, "/reports", unit, reports);
            matrix.Add(role, "/reports/file", unit, reports);
            matrix.Add(role, "/keys", unit, keys);
            matrix.Add(role, "/units/import", unit, role is null ? 401 : 403);
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_key_writes_what_its_role_and_subtree_allow(AccessRole? role, string path, string unit, int status)
    {
        var key = role is { } given ? await silo.KeyAsync(WritingSilo.District, given) : null;
        var rows = await silo.RowsAsync();
        var answer = path switch
        {
            "/reports" => await silo.PostAsync(path, Bodies.Batch(Bodies.Valid(unit)), key),
            "/reports/file" => await silo.PostAsync(
                path,
                $"unit,unitName,effectiveOn,agencies\n{unit},,2017-02-20,{System.Random.Shared.Next(1_000)}\n",
                key,
                type: "text/csv"),
            "/keys" => await silo.PostAsync(path, $$"""{"unit":"{{unit}}","role":"viewer"}""", key),
            _ => await silo.PostAsync(path, "code,name,kind,level,parent,region\n", key, type: "text/csv"),
        };
        Assert.True(answer.Status == status, $"{answer.Status}: {answer.Text}");
        if (status >= 400)
            answer.IsProblem(status);
        if (status == 403 && path == "/reports")
            Assert.Equal("/reports/0/unit", Assert.Single(answer.Errors).Pointer);
        if (status == 401)
            Assert.StartsWith("Bearer", answer.Headers["WWW-Authenticate"], System.StringComparison.Ordinal);
        Assert.Equal(path.StartsWith("/reports", System.StringComparison.Ordinal) && status == 200
            ? rows + 1
            : rows, await silo.RowsAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(AccessRole.Viewer)]
    [InlineData(AccessRole.Reporter)]
    public async Task Admin_calls_are_for_admins(AccessRole? role)
    {
        var key = role is { } given ? await silo.KeyAsync("VN", given) : null;
        var status = role is null ? 401 : 403;
        (await silo.SendAsync(HttpMethod.Get, "/api/v1/keys", key)).IsProblem(status);
        (await silo.SendAsync(HttpMethod.Delete, "/api/v1/keys/x", key)).IsProblem(status);
        (await silo.PostAsync("/keys", "{}", key)).IsProblem(status);
        (await silo.PostAsync("/units/import", "", key, type: "text/csv")).IsProblem(status);
    }

    public static TheoryData<string> BadCredentials => new()
    {
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer " + new string('x', 10_000),
        "Bearer agg_x_" + new string('A', 43),
        "Bearer two words",
        "Basic YTpi",
        WritingSilo.AdminText,
        "Bearer " + WritingSilo.AdminText + "x",
    };

    [Theory]
    [MemberData(nameof(BadCredentials))]
    public async Task A_wrong_key_is_a_401_on_every_call_but_health(string authorization)
    {
        foreach (var (method, path) in new List<(HttpMethod, string)>
        {
            (HttpMethod.Post, "/api/v1/reports"), (HttpMethod.Post, "/api/v1/reports/file"), (HttpMethod.Get, "/api/v1/units/VN"),
            (HttpMethod.Get, "/api/v1/catalogue"), (HttpMethod.Get, "/api/v1/keys"),
            (HttpMethod.Delete, "/api/v1/keys/x"), (HttpMethod.Post, "/api/v1/units/import"), (HttpMethod.Post, "/api/v1/session"),
            (HttpMethod.Get, "/openapi/v1.json"),
        })
        {
            using var request = new HttpRequestMessage(method, path);
            if (method == HttpMethod.Post)
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            var answer = (await silo.SendAsync(request, null, "vi")).IsProblem(401, "bad-key");
            Assert.Contains("Bearer", answer.Headers["WWW-Authenticate"], System.StringComparison.Ordinal);
        }

        using var health = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        health.Headers.TryAddWithoutValidation("Authorization", authorization);
        Assert.Equal(200, (await silo.SendAsync(health, null, "vi")).Status);
    }

    [Fact]
    public async Task Unknown_paths_and_methods_are_problems()
    {
        (await silo.SendAsync(HttpMethod.Get, "/api/v1/nothing")).IsProblem(404, "not-found");
        (await silo.SendAsync(HttpMethod.Get, "/nothing.txt")).IsProblem(404, "not-found");
        (await silo.SendAsync(HttpMethod.Put, "/api/v1/reports")).IsProblem(405, "method-not-allowed");
        Assert.Equal("POST", (await silo.SendAsync(HttpMethod.Put, "/api/v1/reports")).Headers["Allow"]);
    }
}
