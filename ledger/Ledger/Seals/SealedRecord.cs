using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;

namespace Aggregation.Ledger.Seals;

/// <summary>A record beside the reports as it is covered by its MAC: everything that is kept of it, but when a key was last used.</summary>
/// <param name="Kind">One of <see cref="RecordKind"/>.</param>
/// <param name="Id">Its primary key as text, unique within the kind and in the order of the records.</param>
/// <param name="Fields">The fields as <see cref="SealedFields"/> writes them.</param>
internal sealed record SealedRecord(string Kind, string Id, byte[] Fields)
{
    public static SealedRecord Of(AccessKey key) => Make(
        RecordKind.Key,
        key.Id,
        fields => fields
            .Add(key.Salt)
            .Add(key.Hash)
            .Add(key.Edition)
            .Add(key.Unit)
            .Add(AccessRoles.NameOf(key.Role))
            .Add(key.Note)
            .Add(key.ExpiresOn is { } last ? Instant.ToNumber(last) : null)
            .Add(Instant.ToMicroseconds(key.CreatedAt))
            .Add(key.RevokedAt is { } revoked ? Instant.ToMicroseconds(revoked) : null)
            .Add(key.ReplacedBy)
            .Add(key.MadeBy));

    public static SealedRecord Of(AccessSession session) => Make(
        RecordKind.Session,
        Convert.ToHexStringLower(session.TokenHash),
        fields => fields.Add(session.KeyId).Add(Instant.ToMicroseconds(session.ExpiresAt)));

    public static SealedRecord Of(Edition edition) => Of(edition.Name, edition.Generation, edition.Units);

    public static SealedRecord Of(string edition, int generation, IEnumerable<Unit> units) => Make(
        RecordKind.Edition,
        edition,
        fields =>
        {
            fields.Add(generation);
            foreach (var unit in units.OrderBy(unit => unit.Id))
                fields.Add(unit.Id)
                    .Add(unit.Code)
                    .Add(unit.Name)
                    .Add(unit.Kind)
                    .Add(unit.Level)
                    .Add(unit.Parent)
                    .Add(unit.Region)
                    .Add(unit.Simulated ? 1L : 0L);
        });

    public static SealedRecord OfMark(string name) => Make(RecordKind.Mark, name, static _ => { });

    public static SealedRecord Of(AdministrativeAct act) => Make(
        RecordKind.Act,
        act.Number.ToString("D19", CultureInfo.InvariantCulture),
        fields => fields
            .Add(Instant.ToMicroseconds(act.At))
            .Add(act.Act)
            .Add(act.Key)
            .Add(act.Edition)
            .Add(act.Unit)
            .Add(act.Target)
            .Add(act.Outcome)
            .Add(act.RequestId)
            .Add(act.Address)
            .Add(ActFigures.Write(act.Figures))
            .Add(ActFigures.Write(act.Details)));

    private static SealedRecord Make(string kind, string id, Action<SealedFields> write)
    {
        var fields = new SealedFields();
        write(fields);
        return new SealedRecord(kind, id, fields.Written.ToArray());
    }
}
