using System;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Aggregation.Tests.Api.Security;

/// <summary>What the logs hold at their most talkative, after every call by everybody.</summary>
public sealed class SecretTests(SecretTests.TalkativeSilo silo) : IClassFixture<SecretTests.TalkativeSilo>
{
    [Fact]
    public async Task No_log_holds_a_key_or_a_cookie()
    {
        foreach (var call in MatrixCall.All.Values)
        {
            foreach (var target in MatrixTarget.All.Take(3))
            {
                foreach (var actor in MatrixActor.All)
                    await SendAsync(call, target, actor);
            }
        }

        var logged = string.Join('\n', silo.Logs.Lines);
        Assert.Contains("/api/v1/units/001", logged, StringComparison.Ordinal);
        Assert.True(silo.Secrets.Count >= 12);
        Assert.All(silo.Secrets, secret => Assert.DoesNotContain(secret, logged, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_line_of_a_request_bears_its_id()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            "units/import")
        { Content = new StringContent("x", Encoding.UTF8, "text/csv") };
        request.Headers.Add("X-Request-Id", "find-me-by-this");
        await silo.SendAsync(MatrixActor.Nation, request, bySession: false);
        var lines = silo.Logs.Lines.Where(line => line.StartsWith(
            "Microsoft.AspNetCore.Routing.EndpointMiddleware",
            StringComparison.Ordinal) && line.Contains("import", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(lines);
        Assert.Contains(lines, line => line.Contains("RequestId=find-me-by-this", StringComparison.Ordinal));
    }

    private async Task SendAsync(MatrixCall call, MatrixTarget target, MatrixActor actor)
    {
        var keyId = call.NeedsKey ? await silo.KeyOfAsync(target) : null;
        foreach (var request in call.RequestsFor(target, keyId))
            await silo.SendAsync(actor, request, bySession: false);
        if (!call.TakesSession || !actor.IsKnown)
            return;
        foreach (var request in call.RequestsFor(target, keyId))
            await silo.SendAsync(actor, request, bySession: true);
    }

    public sealed class TalkativeSilo : MatrixSilo
    {
        private readonly LogCapture logs = new();

        internal LogCapture Logs => logs;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureLogging(logging =>
            {
                logging.ClearProviders();
                logging.AddProvider(logs);
            });
            builder.ConfigureServices(services => services.PostConfigure<LoggerFilterOptions>(filters =>
            {
                filters.Rules.Clear();
                filters.MinLevel = LogLevel.Trace;
            }));
        }
    }
}
