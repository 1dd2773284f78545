using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace Aggregation.Tests.Api.Verification;

/// <summary>One change of the ledger by hand.</summary>
/// <param name="Name">What is done, for a failure's message.</param>
/// <param name="Sql">How.</param>
/// <param name="Rows">The rows that must be named, by unit and sequence.</param>
internal sealed record HandMade(string Name, string Sql, params (int Unit, long Sequence)[] Rows)
{
    private const int Units = 3;
    private const string Columns = "sequence, effective_on, recorded_at, reporter, idempotency_key, withdraws, payload, seal";

    /// <summary>Any one change of a ledger in which units 1 to 3 have so many rows each.</summary>
    public static Gen<HandMade> Any(int rows, bool isSqlite) =>
        from kind in Gen.Choose(0, 4)
        from unit in Gen.Choose(1, Units)
        from sequence in Gen.Choose(1, rows)
        from otherUnit in Gen.Choose(1, Units)
        from otherSequence in Gen.Choose(1, rows)
        from column in Gen.Elements(ColumnsOf(isSqlite).ToArray())
        select kind switch
        {
            0 => Deletion(unit, sequence),
            1 => Copy(unit, rows + 1, otherUnit, otherSequence),
            2 when (unit, sequence) != (otherUnit, otherSequence) => Swap((unit, sequence), (otherUnit, otherSequence)),
            _ => Change(unit, sequence, column.Name, column.Value),
        };

    private static IEnumerable<(string Name, string Value)> ColumnsOf(bool isSqlite)
    {
        yield return ("unit", "unit + 100");
        yield return ("sequence", "sequence + 100");
        yield return ("sequence", "-sequence");
        yield return ("effective_on", "effective_on + 1");
        yield return ("recorded_at", isSqlite ? "recorded_at + 1" : "recorded_at + interval '1 microsecond'");
        yield return ("reporter", "reporter || 'x'");
        yield return ("idempotency_key", "idempotency_key || 'x'");
        yield return ("withdraws", "coalesce(withdraws, 0) + 1");
        yield return ("payload", "payload || ' '");
        yield return ("payload", "''");
        yield return ("seal", "NULL");
        yield return ("seal", isSqlite ? "zeroblob(17)" : "decode(repeat('00', 17), 'hex')");
        yield return ("seal", isSqlite ? "x'01'" : "'\\x01'");
        if (isSqlite)
            yield return ("position", "position + 1000");
    }

    private static HandMade Change(int unit, int sequence, string column, string value)
    {
        var moved = column switch
        {
            "unit" => (unit + 100, (long)sequence),
            "sequence" => (unit, value[0] == '-' ? -sequence : sequence + 100L),
            _ => (unit, (long)sequence),
        };
        return new HandMade(
            $"{column} = {value} of {unit}/{sequence}",
            $"UPDATE report SET {column} = {value} WHERE unit = {unit} AND sequence = {sequence}",
            (unit, sequence),
            moved);
    }

    private static HandMade Deletion(int unit, int sequence) =>
        new($"deletion of {unit}/{sequence}", $"DELETE FROM report WHERE unit = {unit} AND sequence = {sequence}", (unit, sequence));

    private static HandMade Copy(int unit, int sequence, int fromUnit, int fromSequence) => new(
        $"copy of {fromUnit}/{fromSequence} to {unit}/{sequence}",
        $"INSERT INTO report (unit, {Columns}) SELECT {unit}, {Columns.Replace("sequence", $"{sequence}")} FROM report WHERE unit = "
            + $"{fromUnit} AND sequence = {fromSequence}",
        (unit, sequence));

    private static HandMade Swap((int Unit, int Sequence) one, (int Unit, int Sequence) other) => new(
        $"swap of {one} and {other}",
        Move(one, (900, 1)) + Move(other, one) + Move((900, 1), other),
        (one.Unit, one.Sequence),
        (other.Unit, other.Sequence));

    private static string Move((int Unit, int Sequence) from, (int Unit, int Sequence) to) =>
        $"UPDATE report SET unit = {to.Unit}, sequence = {to.Sequence} WHERE unit = {from.Unit} AND sequence = {from.Sequence}; ";
}
