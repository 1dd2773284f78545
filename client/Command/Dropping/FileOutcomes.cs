using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Commands.Importing;
using Aggregation.Commands.Output;
using Aggregation.Files;
using Aggregation.Files.Marking;
using Aggregation.Outboxes;

namespace Aggregation.Commands.Dropping;

/// <summary>
/// Puts a dropped file where it belongs in the end, with a report of what became of it and, if anything is wrong, a marked copy.
/// </summary>
/// <param name="places">The folders.</param>
/// <param name="outbox">Knows what became of its reports.</param>
/// <param name="area">Reads it again for the cells of its faults.</param>
internal sealed class FileOutcomes(DropPlaces places, Outbox outbox, RememberedArea area)
{
    /// <summary>Refuses a file before anything of it is sent.</summary>
    public void Refuse(FileInfo file, byte[] content, IReadOnlyList<FileFault> faults)
    {
        var target = places.Refused(places.FreeName(file.Name, outbox.ReadOpenFiles(places.Folder).Select(open => open.Name)));
        WriteBeside(target, file.Name, content, [Words.Get("DropNothing")], faults);
        File.Move(file.FullName, target);
        Printer.Error(Words.Get("FileRefusedTo", file.Name, target));
    }

    /// <summary>Closes a file once all of its reports have been answered.</summary>
    public async Task CloseAsync(OutboxFile file)
    {
        var reports = outbox.ReadFile(file.Id);
        if (reports.Any(report => report.State == OutboxState.Waiting))
            return;
        var recorded = reports.Where(report => report.State == OutboxState.Recorded).ToArray();
        var isRefused = recorded.Length < reports.Count;
        var target = isRefused ? places.Refused(file.Name) : places.Done(file.Name);
        var source = places.Sending(file.Name);
        if (File.Exists(source))
        {
            var content = await File.ReadAllBytesAsync(source);
            var faults = isRefused ? await FaultsOfAsync(content, reports) : [];
            WriteBeside(target, file.Name, content, [Words.Get(
                "DropRecorded",
                Figure.Of(recorded.Length),
                Figure.Of(reports.Count)), .. isRefused ? [Words.Get("DropCorrect")] : Array.Empty<string>()], faults, recorded);
            File.Move(source, target);
        }
        else if (!File.Exists(target))
        {
            // The power went before it was moved from where it was dropped; it will be found there.
            return;
        }

        // The refused ones are told of, and lie in the file: they need not be dealt with twice.
        foreach (var report in reports.Where(report => report.State == OutboxState.Refused))
            outbox.Discard(report.Position);
        outbox.CloseFile(file.Id);
        Printer.Error(Words.Get(isRefused ? "FileRefusedTo" : "FileDone", file.Name, target));
    }

    private async Task<IReadOnlyList<FileFault>> FaultsOfAsync(byte[] content, IReadOnlyList<OutboxReport> reports)
    {
        var byKey = (await area.ReadFileAsync(content)).Reports.ToDictionary(
            report => report.Report.IdempotencyKey,
            StringComparer.Ordinal);
        var faults = new List<FileFault>();
        foreach (var (report, refusal) in reports.Where(report => report.Refusal is not null).Select(report => (report, report.Refusal!)))
        {
            var ofFile = byKey.GetValueOrDefault(report.Report.IdempotencyKey);
            if (refusal.Errors.Count == 0)
                faults.Add(new FileFault(ofFile?.Place ?? default, refusal.Code, refusal.Title));
            faults.AddRange(
                refusal.Errors.Select(error => new FileFault(ofFile?.PlaceOf(error.Pointer) ?? default, error.Code, error.Message)));
        }

        return faults;
    }

    private static void WriteBeside(
        string target,
        string name,
        byte[] content,
        IEnumerable<string> summary,
        IReadOnlyList<FileFault> faults,
        IReadOnlyList<OutboxReport>? recorded = null)
    {
        var lines = new List<string> { name };
        lines.AddRange(summary);
        lines.AddRange(faults.Select(fault => "- " + (PlaceOf(fault) is { Length: > 0 } place ? $"{place}: " : "") + fault.Message));
        lines.AddRange((recorded
            ?? []).Select(report => Words.Get("DropRow", report.Report.Unit, Figure.Of(report.Report.EffectiveOn), report.Sequence)));

        // Notepad tells UTF-8 by its mark, and old ones need both characters at a line's end.
        File.WriteAllText(DropPlaces.ReportOf(target), string.Join("\r\n", lines)
            + "\r\n", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        if (faults.Count > 0 && MarkedFile.Mark(content, faults, CultureInfo.CurrentUICulture) is { } copy)
            File.WriteAllBytes(DropPlaces.MarkedOf(target), copy);
    }

    private static string PlaceOf(FileFault fault)
    {
        var cell = fault.Place.Cell ?? (fault.Place.Row > 0 ? fault.Place.Row.ToString(CultureInfo.InvariantCulture) : null);
        return string.Join(' ', new[] { fault.Place.Sheet, cell }.Where(part => part is not null));
    }
}
