using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Silo.Backup;
using Aggregation.Silo.Clustering;
using Aggregation.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;

namespace Aggregation.Silo;

/// <summary>The silo as a program.</summary>
public static class SiloProgram
{
    /// <summary>Runs a silo until it is told to stop.</summary>
    /// <param name="args">Settings as <c>--Name:Part=value</c>, and <c>--demo</c>; or, before them, <c>backup</c>, <c>restore</c> or
    /// <c>ledger archive</c> to do that instead.</param>
    /// <returns>0 after an orderly stop; 1 when it could not start, or do what it was told, with one sentence on standard error.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (CommandLine.AsksForHelp(args))
            {
                await Console.Out.WriteLineAsync(string.Format(
                    CultureInfo.InvariantCulture,
                    BannerText.Help,
                    string.Join(Environment.NewLine, KnownSettings.All.Select(name => "  " + name))));
                return 0;
            }

            GlobalizationCheck.Ensure();
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
            Args = CommandLine.Read(args),
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddQuietLogging();

        KnownSettings.Check(builder.Configuration);
        var settings = SiloSettings.Read(builder.Configuration);
        builder.WebHost.UseUrls(settings.Urls);
        builder.AddOrleansSilo(settings.Ledger);
        builder.Services.AddAggregation(settings);

        var app = builder.Build();
        app.UseApi();
        return app;
    }
}
