using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging;

namespace Aggregation.Silo.Hosting;

/// <summary>
/// What the log tells unless the operator sets <c>Logging:LogLevel:…</c> otherwise: what concerns the operator, and of the libraries only
/// trouble.
/// </summary>
internal static class QuietLogging
{
    /// <summary>The levels, by the setting that each is.</summary>
    internal static IReadOnlyDictionary<string, string?> Levels { get; } = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Microsoft.AspNetCore"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:Microsoft.Hosting"] = nameof(LogLevel.Warning),
        // A start that fails is told in one sentence, by SiloProgram.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = nameof(LogLevel.None),
        ["Logging:LogLevel:Orleans"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:Polly"] = nameof(LogLevel.Warning),
        // It takes the machine's own uptime, or a stop in a debugger, for a stall of the silo.
        ["Logging:LogLevel:Orleans.Runtime.Watchdog"] = nameof(LogLevel.Error),
        // Its only warning is a note on the garbage collector, which is chosen on purpose.
        ["Logging:LogLevel:Orleans.Runtime.Silo"] = nameof(LogLevel.Error),
        // Orleans itself writes there which part of its ring the service has.
        ["Logging:LogLevel:Aggregation.Silo.Clustering.ReachService"] = nameof(LogLevel.Warning),
        // ASP.NET Core itself writes there that a request was challenged, each time.
        ["Logging:LogLevel:Aggregation.Api.Access.KeyAuthenticationHandler"] = nameof(LogLevel.Warning),
        ["Logging:Console:LogLevel:Aggregation.Api.Reports"] = nameof(LogLevel.Warning),
    };

    /// <summary>Sets up the console and puts the levels below every other source of configuration.</summary>
    public static void AddQuietLogging(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });
        builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.IncludeScopes) = (true, true));
    }
}
