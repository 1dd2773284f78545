using System;
using Aggregation.Contracts;
using Aggregation.Files.Content;
using Aggregation.Files.Texts;
using Aggregation.Texts;

namespace Aggregation.Files.Reading;

/// <summary>
/// Finds the unit that a row speaks of: by its code, and only if the name, where there is one, is that unit's. Zeros that a
/// spreadsheet took from the front of a code are put back only where the name says that they belong there.
/// </summary>
/// <param name="area">The units.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class UnitMatching(IReportingArea area, FaultList faults)
{
    private const int MostZeros = 4;

    /// <summary>The unit of a row; null when it cannot be told, which is a fault then.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="row">The row.</param>
    /// <param name="codeColumn">The column of the code, from 1.</param>
    /// <param name="nameColumn">The column of the name, from 1; 0 when the sheet has none.</param>
    public RegistryUnit? Find(FileSheet sheet, SheetRow row, int codeColumn, int nameColumn)
    {
        var code = row[codeColumn];
        var place = sheet.At(row.Number, codeColumn);
        if (code.IsBlank)
        {
            faults.Add(place, FileFaultCode.MissingCode);
            return null;
        }

        if (CellReading.FindBroken(code) is { } broken)
        {
            faults.Add(place, broken, code.Text);
            return null;
        }

        var written = code.Text.Trim();
        var name = nameColumn > 0 ? row[nameColumn].Text : "";
        return Find(written, name) ?? Refuse(sheet, row, place, nameColumn, written, name);
    }

    private RegistryUnit? Find(string code, string name)
    {
        var wanted = NameText.Normalize(name);
        if (wanted.Length == 0)
            return area.FindUnit(code);
        for (var zeros = 0; zeros <= MostZeros; zeros++)
        {
            if (area.FindUnit(new string('0', zeros) + code) is { } unit && IsNameOf(unit, wanted))
                return unit;
        }

        return null;
    }

    private RegistryUnit? Refuse(FileSheet sheet, SheetRow row, CellPlace place, int nameColumn, string code, string name)
    {
        if (area.FindUnit(code) is not { } unit)
            faults.Add(place, FileFaultCode.UnknownUnit, code, area.Catalogue.Edition);
        else if (ReadableText.Find(name) is { Code: not FileFaultCode.ForbiddenCharacter } found)
            faults.Add(sheet.At(row.Number, nameColumn), found.Code, found.Detail);
        else
            faults.Add(sheet.At(row.Number, nameColumn), FileFaultCode.WrongName, name.Trim(), code, unit.Name);
        return null;
    }

    // Some lists have the kind in the name, some beside it.
    private static bool IsNameOf(RegistryUnit unit, string wanted)
    {
        var name = NameText.Normalize(unit.Name);
        var kind = NameText.Normalize(unit.Kind) + " ";
        return wanted == name
            || wanted == kind + name
            || (name.StartsWith(kind, StringComparison.Ordinal) && wanted == name[kind.Length..]);
    }
}
