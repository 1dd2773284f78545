using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using Aggregation.Tests.Api.Fixtures;
using Microsoft.AspNetCore.Hosting;

namespace Aggregation.Tests.Dashboard;

/// <summary>A silo whose reads need a key, with files of a page that the tests know.</summary>
public sealed class PageSilo : SiloFixture
{
    public const string Index = "<!doctype html><title>Trang</title>";

    public static readonly string Script = new('x', 5_000);

    private readonly DirectoryInfo files = Directory.CreateTempSubdirectory("aggregation-tests-");

    public PageSilo()
    {
        files.CreateSubdirectory("assets");
        File.WriteAllText(Path.Combine(files.FullName, "index.html"), Index);
        File.WriteAllText(Path.Combine(files.FullName, "favicon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        File.WriteAllText(Path.Combine(files.FullName, "assets", "index-abc.js"), Script);
    }

    protected override IEnumerable<(string Name, string Value)> Settings =>
        [("Security:PublicRead", "false"), (WebHostDefaults.WebRootKey, files.FullName)];

    /// <summary>A request without a key.</summary>
    public static HttpRequestMessage Request(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return request;
    }
}
