using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Importing;
using Aggregation.Commands.Output;
using Aggregation.Commands.Settings;
using Aggregation.Contracts;
using Aggregation.Files;
using Aggregation.Outboxes;

namespace Aggregation.Commands.Dropping;

/// <summary>
/// A folder that people drop files into. A file that can be read goes into the outbox and into <c>sending/</c>, and once
/// every report of it has been answered into <c>done/</c> or <c>refused/</c>, with a report beside it. Whatever happens in
/// between, the next run goes on from there.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="outbox">Takes the reports.</param>
/// <param name="area">Reads the files.</param>
/// <param name="run">The run.</param>
/// <param name="time">The clock of waits.</param>
internal sealed class DropFolder(string path, Outbox outbox, RememberedArea area, CommandRun run, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly string[] Taken = [".csv", ".xlsx"];

    private readonly DropPlaces places = new(path);
    private readonly SettledFiles settled = new(time);
    private readonly FileOutcomes outcomes = new(new DropPlaces(path), outbox, area);
    private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);
    private string trouble = "";

    /// <summary>Takes files until it is told to stop.</summary>
    /// <exception cref="UsageException">The folder is not there, or nothing can be moved in it.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await ScanAsync();
            await Task.Delay(Pace, time, cancellationToken);
        }
    }

    /// <summary>Looks once.</summary>
    /// <exception cref="UsageException">The folder is not there, or nothing can be moved in it.</exception>
    public async Task ScanAsync()
    {
        try
        {
            places.Create();
            foreach (var file in Dropped())
                await TryAsync(file.Name, () => TakeSettledAsync(file));
            foreach (var file in outbox.ReadOpenFiles(places.Folder))
                await TryAsync(file.Name, () => outcomes.CloseAsync(file));
        }
        catch (AggregationUnreachableException)
        {
            // Without the list of units nothing can be read; the files stay where they are until the silo is back.
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new UsageException(Words.Get("CannotWatch", path, exception.Message));
        }
        catch (IOException exception)
        {
            // A disk that is full: the next look goes on from here.
            if (exception.Message != trouble)
                Printer.Error(Words.Get("CannotWatch", path, exception.Message));
            trouble = exception.Message;
        }
    }

    private List<FileInfo> Dropped() =>
    [
        .. new DirectoryInfo(places.Folder).EnumerateFiles()
            .Where(file => Taken.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)
                && !file.Name.StartsWith('.')
                && !file.Name.StartsWith("~$", StringComparison.Ordinal))
            .OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal),
    ];

    // What is wrong with one file is no reason to leave the others: it is told once, and tried again at every look.
    private async Task TryAsync(string name, Func<Task> act)
    {
        try
        {
            await act();
            told.Remove(name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (told.GetValueOrDefault(name) != exception.Message)
                Printer.Error(Words.Get("CannotTake", name, exception.Message));
            told[name] = exception.Message;
        }
    }

    private async Task TakeSettledAsync(FileInfo file)
    {
        if (settled.IsSettled(file))
            await TakeAsync(file);
        else if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true })
            throw new FileNotFoundException(Words.Get("LinkToNothing", file.LinkTarget));
    }

    private async Task TakeAsync(FileInfo file)
    {
        var content = file.Length <= FileLimits.MaxBytes ? await File.ReadAllBytesAsync(file.FullName) : new byte[FileLimits.MaxBytes + 1];
        var reading = await area.ReadFileAsync(content);
        if (!settled.IsSettled(file))
            return;
        if (reading.Faults.Count > 0)
            outcomes.Refuse(file, content, reading.Faults);
        else
            Queue(file, content, reading);
    }

    private void Queue(FileInfo file, byte[] content, FileReading reading)
    {
        var known = outbox.FindFile(reading.Digest);
        if (known is { IsClosed: false } && known.Folder == places.Folder && !File.Exists(places.Sending(known.Name)))
        {
            // It was put into the outbox, and the power went before it was moved.
            File.Move(file.FullName, places.Sending(known.Name));
            return;
        }

        if (known is not null)
        {
            outcomes.Refuse(
                file,
                content,
                [new FileFault(default, "same-file", Words.Get("Outbox.SameFile", known.Name, Figure.Of(known.EnteredAt)))]);
            return;
        }

        var name = places.FreeName(file.Name, outbox.ReadOpenFiles(places.Folder).Select(open => open.Name));
        outbox.AddFile(
            new ReportBatch([.. reading.Reports.Select(report => report.Report)]) { Edition = run.Value(GlobalOptions.Edition) },
            reading.Digest,
            name,
            places.Folder);
        File.Move(file.FullName, places.Sending(name));
        Printer.Error(Words.Get("FileTaken", file.Name, Figure.Of(reading.Reports.Count)));
    }
}
