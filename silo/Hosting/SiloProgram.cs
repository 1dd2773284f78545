using System;
using System.IO;
using System.Threading.Tasks;
using Aggregation.Api;
using Aggregation.Backup;
using Aggregation.Clustering;
using Aggregation.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;

namespace Aggregation.Hosting;

/// <summary>The silo as a program.</summary>
public static class SiloProgram
{
    /// <summary>Runs a silo until it is told to stop.</summary>
    /// <param name="args">Settings as <c>--Name:Part=value</c>, and <c>--demo</c>; or, before them, <c>backup</c> or <c>restore</c> to do that instead.</param>
    /// <returns>0 after an orderly stop; 1 when it could not start, or do what it was told, with one sentence on standard error.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (BackupCommands.Ask(args))
            {
                await BackupCommands.RunAsync(args);
                return 0;
            }

            var app = Build(args);
            await using (app)
            {
                await app.RunAsync();
            }

            return 0;
        }
        catch (Exception exception) when (exception is StartUpException or LedgerStartException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{exception.Message} Set ASPNETCORE_URLS to a free address.");
            return 1;
        }
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = WithDemoValue(args),
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddQuietLogging();

        var settings = SiloSettings.Read(builder.Configuration);
        builder.WebHost.UseUrls(settings.Urls);
        builder.AddOrleansSilo(settings.Ledger);
        builder.Services.AddAggregation(settings);

        var app = builder.Build();
        app.UseApi();
        return app;
    }

    // The command line wants a value for every name; --demo alone means true.
    private static string[] WithDemoValue(string[] args) =>
        Array.ConvertAll(args, argument => string.Equals(argument, "--demo", StringComparison.Ordinal) ? "--demo=true" : argument);
}
