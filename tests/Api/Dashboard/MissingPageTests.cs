using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace Aggregation.Tests.Dashboard;

/// <summary>A silo that was built where Node was missing.</summary>
public sealed class MissingPageTests(MissingPageTests.PagelessSilo silo) : IClassFixture<MissingPageTests.PagelessSilo>
{
    public sealed class PagelessSilo : SiloFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings =>
            [("Security:PublicRead", "false"), (WebHostDefaults.WebRootKey, Path.Combine(AppContext.BaseDirectory, "seeds"))];
    }

    [Fact]
    public async Task It_says_so_in_both_languages_and_how_to_have_the_page()
    {
        using var answer = await silo.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var sentences = (await answer.Content.ReadAsStringAsync()).Trim().Split('\n');
        Assert.Equal(2, sentences.Length);
        Assert.StartsWith("Bản dựng này không có trang tổng hợp", sentences[0], StringComparison.Ordinal);
        Assert.StartsWith("This build has no page", sentences[1], StringComparison.Ordinal);
        Assert.All(sentences, sentence => Assert.Contains("Node.js 20.19", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_files_are_not_found_as_anything_else_is() =>
        await silo.Client.GetProblemAsync("/assets/index.js", HttpStatusCode.NotFound);

    [Fact]
    public async Task Its_api_works() => await silo.Admin.GetOkAsync("units/VN");
}
