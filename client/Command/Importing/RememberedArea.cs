using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Output;
using Aggregation.Commands.Settings;
using Aggregation.Contracts;
using Aggregation.Files;
using Aggregation.Outboxes;

namespace Aggregation.Commands.Importing;

/// <summary>
/// Reads files also where the silo is out of reach, with the units and indicators that it published last: the outbox
/// remembers them. They are asked for anew after a day, and when a file names what they do not know.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="outbox">What remembers.</param>
internal sealed class RememberedArea(CommandRun run, Outbox outbox)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(1);

    private static readonly string[] PerhapsNew =
    [
        FileFaultCode.UnknownUnit, FileFaultCode.WrongName, FileFaultCode.UnknownColumn, FileFaultCode.UnknownState,
        FileFaultCode.UnknownKind
    ];

    private readonly string catalogueName = "catalogue " + run.Value(GlobalOptions.Edition);
    private readonly string unitsName = "units " + run.Value(GlobalOptions.Edition);

    /// <summary>Reads a file.</summary>
    /// <exception cref="AggregationUnreachableException">The silo has never been reached, and cannot be now.</exception>
    public async Task<FileReading> ReadFileAsync(ReadOnlyMemory<byte> content)
    {
        var known = Recall();
        var isFresh = known is not { } remembered || DateTimeOffset.UtcNow - remembered.At > GoodFor;
        var reading = Read(content, isFresh ? await AskAsync(known?.Area) : known!.Value.Area);
        if (isFresh || !reading.Faults.Any(fault => PerhapsNew.Contains(fault.Code, StringComparer.Ordinal)))
            return reading;
        return Read(content, await AskAsync(known!.Value.Area));
    }

    private FileReading Read(ReadOnlyMemory<byte> content, PublishedArea area) =>
        ReportFile.Read(content, area, Today.Value, CultureInfo.CurrentUICulture, run.Stop);

    private (PublishedArea Area, DateTimeOffset At)? Recall()
    {
        if (outbox.Recall(catalogueName) is not { } catalogue || outbox.Recall(unitsName) is not { } units)
            return null;
        return (new PublishedArea(
            JsonSerializer.Deserialize(catalogue.Content, ReadJson.Default.PublishedCatalogue)!,
            JsonSerializer.Deserialize(units.Content, ReadJson.Default.UnitPage)!.Items), units.At);
    }

    private async Task<PublishedArea> AskAsync(PublishedArea? known)
    {
        try
        {
            var area = await PublishedArea.ReadAsync(run);
            outbox.Remember(catalogueName, JsonSerializer.Serialize(area.Catalogue, ReadJson.Written.PublishedCatalogue));
            outbox.Remember(
                unitsName,
                JsonSerializer.Serialize(new UnitPage("", Simulated: false, area.Units, null), ReadJson.Written.UnitPage));
            return area;
        }
        catch (Exception exception) when (exception is AggregationUnreachableException
            || (exception is AggregationProblemException problem && ProblemPrinter.CodeOf(problem.Status) == ExitCode.Unreachable))
        {
            if (known is not null)
                return known;
            Printer.Error(Words.Get("AreaUnknown"));
            throw;
        }
    }
}
