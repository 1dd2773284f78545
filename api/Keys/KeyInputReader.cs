using System;
using System.Collections.Generic;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Access;

namespace Aggregation.Api.Keys;

/// <summary>Reads and validates the body of <c>POST /keys</c>.</summary>
internal static class KeyInputReader
{
    private const int MaxNoteLength = 200;

    private static readonly FieldNames Fields = new("unit", "role", "note", "expiresOn");

    /// <summary>Reads a body. Unlike a report's, its optional fields may be <c>null</c>.</summary>
    public static KeyInput Read(ReadOnlySpan<byte> body, List<Fault> faults)
    {
        var input = new KeyInput();
        StrictJson.ReadBody(body, faults, (ref StrictJson json) => Read(ref json, input));
        return input;
    }

    /// <summary>Validates what was read.</summary>
    /// <returns>What to make; null when something is wrong.</returns>
    public static NewAccessKey? Validate(KeyInput input, Edition edition, KeyMaker maker, DateOnly today, List<Fault> faults)
    {
        if (input.Unit is null)
            faults.Add(Fault.At("/unit", FaultCode.MissingField));
        else if (edition.IndexOf(input.Unit) < 0)
            faults.Add(Fault.At("/unit", FaultCode.UnknownUnit, input.Unit, edition.Name));

        var role = input.Role is null ? null : AccessRoles.Find(input.Role);
        if (input.Role is null)
            faults.Add(Fault.At("/role", FaultCode.MissingField));
        else if (role is null)
            faults.Add(Fault.At("/role", AccessFaultCode.UnknownRole, input.Role, AccessRoles.List));

        if (input.Note is not null && ReportText.FaultOf(input.Note, MaxNoteLength) is { } noteFault)
            faults.Add(noteFault.Under("/note"));
        var last = maker.LastDay(CheckDay(input.ExpiresOn, today, faults), otherwise: null, faults);
        return faults.Count > 0
            ? null
            : new NewAccessKey(edition.Name, input.Unit!, role!.Value) { Note = input.Note, ExpiresOn = last, MadeBy = maker.Key.Id };
    }

    private static void Read(ref StrictJson json, KeyInput input)
    {
        if (!json.TryEnterObject(out var scope))
            return;
        var seen = 0;
        while (json.TryNextField(scope, Fields, ref seen, out var field))
        {
            switch (field)
            {
                case 0: input.Unit = json.ReadString(); break;
                case 1: input.Role = json.ReadString(); break;
                case 2: input.Note = json.IsNull ? null : json.ReadString(); break;
                default: input.ExpiresOn = json.IsNull ? null : json.ReadString(); break;
            }
        }
    }

    /// <summary>Reads the last day of a key.</summary>
    public static DateOnly? CheckDay(string? text, DateOnly today, List<Fault> faults)
    {
        if (text is null)
            return null;
        if (!DayText.TryParse(text, out var day))
            faults.Add(Fault.At("/expiresOn", FaultCode.NotADay, text));
        else if (day < today)
            faults.Add(Fault.At("/expiresOn", AccessFaultCode.InThePast, text, DayText.Format(today)));
        return day;
    }
}
