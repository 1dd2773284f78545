using System;
using Aggregation.Domain.Tallies;

namespace Aggregation.Domain.Folds;

/// <content>How a fold is kept in a checkpoint.</content>
public sealed partial class UnitFold
{
    /// <summary>Reads a fold.</summary>
    /// <exception cref="System.IO.InvalidDataException">The bytes are not a fold's.</exception>
    internal static UnitFold Read(CheckpointReader reader, TallyLayout layout)
    {
        var fold = new UnitFold(layout) { Rows = (int)reader.ReadCount(int.MaxValue) };
        fold.recordedAt = reader.ReadInstant();
        if (reader.ReadCount(1) == 1)
            fold.lastReportedOn = DateOnly.FromDayNumber(reader.ReadDay());
        for (var slot = 0; slot < fold.counts.Length; slot++)
        {
            if (ReadPrecedence(reader) is { IsReported: true } precedence)
                fold.counts[slot] = (precedence, reader.ReadCount());
        }

        for (var slot = 0; slot < fold.statuses.Length; slot++)
        {
            if (ReadPrecedence(reader) is { IsReported: true } precedence)
                fold.statuses[slot] = (precedence, (int)reader.ReadCount(layout.Catalogue.Statuses[slot].States.Length - 1));
        }

        for (var left = reader.ReadCount(int.MaxValue); left > 0; left--)
            fold.declared.Add((reader.ReadText(), ReadPrecedence(reader), reader.ReadCount()));
        var count = (int)reader.ReadCount(int.MaxValue);
        fold.models.Capacity = count;
        for (; count > 0; count--)
            fold.models.Add(ReadModel(reader));
        return fold;
    }

    /// <summary>Writes a fold that has taken at least one row.</summary>
    internal void Write(CheckpointWriter writer)
    {
        writer.WriteCount(Rows);
        writer.WriteInstant(recordedAt!.Value);
        writer.WriteCount(lastReportedOn is null ? 0 : 1);
        if (lastReportedOn is { } day)
            writer.WriteDay(day.DayNumber);
        foreach (var (precedence, value) in counts)
        {
            if (Write(writer, precedence))
                writer.WriteCount(value);
        }

        foreach (var (precedence, state) in statuses)
        {
            if (Write(writer, precedence))
                writer.WriteCount(state);
        }

        writer.WriteCount(declared.Count);
        foreach (var (name, precedence, value) in declared)
        {
            writer.WriteText(name);
            Write(writer, precedence);
            writer.WriteCount(value);
        }

        writer.WriteCount(models.Count);
        foreach (var model in models)
            Write(writer, model);
    }

    private static void Write(CheckpointWriter writer, StandingModel model)
    {
        writer.WriteText(model.NormalName);
        writer.WriteText(model.Name);
        writer.WriteInstant(model.FirstRecordedAt);
        Write(writer, model.Precedence);
        writer.WriteCount(model.Sites);
        writer.WriteCount(model.Groups);
        writer.WriteTexts(model.Kinds);
    }

    private static StandingModel ReadModel(CheckpointReader reader) => new()
    {
        NormalName = reader.ReadText(),
        Name = reader.ReadText(),
        FirstRecordedAt = reader.ReadInstant(),
        Precedence = ReadPrecedence(reader),
        Sites = reader.ReadCount(),
        Groups = reader.ReadCount(),
        Kinds = reader.ReadTexts(),
    };

    // True when something was reported; otherwise nothing follows.
    private static bool Write(CheckpointWriter writer, Precedence precedence)
    {
        writer.WriteCount(precedence.Sequence);
        if (precedence.IsReported)
            writer.WriteDay(precedence.Day);
        return precedence.IsReported;
    }

    private static Precedence ReadPrecedence(CheckpointReader reader)
    {
        var sequence = (int)reader.ReadCount(int.MaxValue);
        return sequence == 0 ? default : new Precedence(reader.ReadDay(), sequence);
    }
}
