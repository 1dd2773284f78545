using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Xml;

namespace Aggregation.Files.Content;

/// <summary>
/// Reads the sheets of a workbook (XLSX, XLSM) row by row. Of a formula the stored value is taken; macros are not looked at.
/// </summary>
internal static class WorkbookSheets
{
    /// <summary>Reads a workbook; null when it cannot be read or is over a limit, which has been told then.</summary>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static IReadOnlyList<FileSheet>? Read(byte[] bytes, FaultList faults, CancellationToken cancellationToken)
    {
        try
        {
            using var package = new WorkbookPackage(bytes, cancellationToken);
            return ReadSheets(package, new SheetSize(faults));
        }
        catch (FileLimitException limit)
        {
            faults.Add(default, limit.Code, limit.Arguments);
        }
        catch (Exception exception) when (IsOfDamage(exception))
        {
            faults.Add(default, FileFaultCode.UnreadableWorkbook);
        }

        return null;
    }

    /// <summary>Whether something is what a damaged archive, part or value comes to.</summary>
    public static bool IsOfDamage(Exception exception) =>
        exception is InvalidDataException or XmlException or IOException or ArgumentException
            or FormatException or OverflowException or NotSupportedException;

    private static List<FileSheet>? ReadSheets(WorkbookPackage package, SheetSize size)
    {
        var relations = package.Relations(package.Workbook);
        var workbook = WorkbookList.Read(package);
        var values = WorkbookValues.Read(package, relations, workbook.Since1904);
        var sheets = new List<FileSheet>();
        foreach (var listed in workbook.Sheets)
        {
            if (relations.FirstOrDefault(relation => relation.Id == listed.Id) is not { Kind: "worksheet" } relation)
                continue;
            using var xml = package.Open(relation.Target);
            if (new SheetReading(xml, listed.Name, values, size).Read() is not { } sheet)
                return null;
            sheets.Add(sheet with { IsHidden = listed.IsHidden });
        }

        return sheets;
    }
}
