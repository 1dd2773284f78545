using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.Clustering;

/// <summary>Orleans' own dashboard, switched on, is the nation's admin's and nobody else's.</summary>
public sealed class SiloDashboardTests(SiloDashboardTests.Silo silo, ClosedSilo without)
    : IClassFixture<SiloDashboardTests.Silo>, IClassFixture<ClosedSilo>
{
    private static readonly string[] Addresses =
    [
        "/orleans/", "/orleans/index.min.js", "/orleans/version", "/orleans/DashboardCounters", "/orleans/ClusterStats",
        "/orleans/Trace"
    ];

    [Fact]
    public async Task The_nations_admin_is_shown_silos_and_grains()
    {
        using var page = await GetAsync("/orleans/", silo.AdminKeyText);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Orleans Dashboard", await page.Content.ReadAsStringAsync(), System.StringComparison.Ordinal);
        using var counters = await GetAsync("/orleans/DashboardCounters", silo.AdminKeyText);
        Assert.Equal(HttpStatusCode.OK, counters.StatusCode);
    }

    [Fact]
    public async Task Nobody_else_is_shown_anything()
    {
        foreach (var address in Addresses)
        {
            using var nobody = await GetAsync(address, null);
            Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
            using var reporter = await GetAsync(address, (await silo.MakeKeyAsync("VN", AccessRole.Reporter)).Text);
            Assert.Equal(HttpStatusCode.Forbidden, reporter.StatusCode);
            using var admin = await GetAsync(address, (await silo.MakeKeyAsync("01", AccessRole.Admin)).Text);
            Assert.Equal(HttpStatusCode.Forbidden, admin.StatusCode);
        }
    }

    [Fact]
    public async Task It_is_off_unless_it_is_switched_on()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new System.Uri(without.Address, "/orleans/DashboardCounters"));
        using var answer = await without.Admin.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new System.Uri(silo.Address, address));
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await silo.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>A silo with the dashboard.</summary>
    public sealed class Silo : SiloFixture
    {
        /// <summary>The key of the nation's admin.</summary>
        public string AdminKeyText => Admin.DefaultRequestHeaders.Authorization!.Parameter!;

        protected override IEnumerable<(string Name, string Value)> Settings =>
            [("Orleans:Dashboard", "true"), ("Security:PublicRead", "true")];
    }
}
