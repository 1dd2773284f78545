using System.Linq;
using Aggregation.Contracts;

namespace Aggregation.Commands.Output;

/// <summary>Prints what the ledger's seals say.</summary>
internal static class ChainPrinter
{
    public static void Print(Printer printer, DeepVerification deep)
    {
        if (deep.SealKey is null)
        {
            printer.Line(Words.Get("NotSealed", Figure.Of(deep.Rows)), "bold yellow");
            return;
        }

        printer.Line(Words.Get("SealsCompared", Figure.Of(deep.Rows), deep.SealKey, Figure.Of(deep.FaultsFound)), deep.FaultsFound == 0
            ? "bold green"
            : "bold red");
        if (!deep.Faults.IsEmpty)
            printer.Table(
                [Words.Get("Unit"), Words.Get("Sequence"), Words.Get("Fault")],
                deep.Faults.Select(fault => new[] { fault.Unit, SequenceOf(fault), Words.Get("Fault." + fault.Fault) }));
        if (deep.RecordFaultsFound > 0)
        {
            printer.Line(Words.Get("RecordsAtFault", Figure.Of(deep.RecordFaultsFound)), "bold red");
            printer.Table([Words.Get("Record"), Words.Get("Id"), Words.Get("Fault")], deep.RecordFaults.Select(fault => new[]
            {
                Words.Get("Record." + fault.Kind),
                fault.Id,
                Words.Get("RecordFault." + fault.Fault)
            }));
        }

        if (deep.PartlyProved > 0)
        {
            printer.Line(Words.Get("PartlyProved", Figure.Of(deep.Unsealed), Figure.Of(deep.PartlyProved)));
            printer.Table(
                [Words.Get("Unit"), Words.Get("ProvedFrom")],
                deep.ProvedFrom.Select(from => new[] { from.Unit, Figure.Of(from.Sequence) }));
        }

        Print(printer, deep.Heads);
    }

    private static string SequenceOf(LedgerFault fault) =>
        fault.Sequence == fault.Through ? Figure.Of(fault.Sequence) : $"{Figure.Of(fault.Sequence)}–{Figure.Of(fault.Through)}";

    private static void Print(Printer printer, SignedHeads? heads)
    {
        if (heads is null)
        {
            printer.Line(Words.Get("NoHeads"));
            return;
        }

        printer.Line(
            Words.Get("HeadsCompared", Figure.Of(heads.Units), Figure.Of(heads.LastAt), Figure.Of(heads.Faults.Length)),
            heads.Faults.IsEmpty ? "" : "bold red");
        if (!heads.Faults.IsEmpty)
            printer.Table(
                [Words.Get("HeadsLine"), Words.Get("Fault")],
                heads.Faults.Select(fault => new[] { Figure.Of(fault.Line), Words.Get("HeadsFault." + fault.Fault) }));
    }
}
