using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Aggregation.Api.Health;
using Aggregation.Api.Reading;
using Aggregation.Contracts;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;

namespace Aggregation.Api.RollUps;

/// <summary>The bytes of live roll-ups, written once each: as long as a grain gives the same roll-up, the same bytes answer.</summary>
/// <param name="registry">The editions.</param>
/// <param name="mapping">Makes the API's roll-up.</param>
/// <param name="simulation">Says what may be invented.</param>
/// <param name="reach">Says when a roll-up may be behind.</param>
public sealed class RollUpFrames(UnitRegistry registry, RollUpMapping mapping, Simulation simulation, Reach reach)
{
    private readonly ConditionalWeakTable<RollUp, RollUpFrame> frames = [];

    /// <summary>The bytes of a roll-up.</summary>
    /// <exception cref="UnknownUnitException">An import has taken the unit away.</exception>
    public RollUpFrame Of(RollUp rollUp)
    {
        ArgumentNullException.ThrowIfNull(rollUp);
        var edition = registry.Find(rollUp.Edition);
        if (edition is null)
            throw new UnknownUnitException(new UnitKey(rollUp.Edition, rollUp.Code));
        var simulated = simulation.Covers(edition);
        var isCutOff = reach.CutOffFor is not null;
        if (frames.TryGetValue(rollUp, out var frame)
            && ReferenceEquals(frame.Edition, edition)
            && frame.Simulated == simulated
            && frame.IsCutOff == isCutOff)
        {
            return frame;
        }

        frame = Write(rollUp, edition, simulated, isCutOff);
        frames.AddOrUpdate(rollUp, frame);
        return frame;
    }

    private RollUpFrame Write(RollUp rollUp, Edition edition, bool simulated, bool isCutOff)
    {
        var index = edition.IndexOf(rollUp.Code);
        if (index < 0)
            throw new UnknownUnitException(new UnitKey(rollUp.Edition, rollUp.Code));
        var isMarked = rollUp.Warming || isCutOff;
        var (generation, rows, correction) = rollUp.Subtotal.Version;
        var version = string.Create(
            CultureInfo.InvariantCulture,
            $"{generation}.{rows}{(correction == 0 ? "" : $"c{correction}")}{(simulated ? "s" : "")}{(isMarked ? "w" : "")}");
        var answer = mapping.Map(edition, index, rollUp.Own, rollUp.Subtotal, version, isMarked);
        return new RollUpFrame(
            edition,
            simulated,
            rollUp.Version,
            $"{edition.Name}/{rollUp.Code}@{version}",
            JsonSerializer.SerializeToUtf8Bytes(answer, ReadJson.Written.UnitRollUp))
        { IsCutOff = isCutOff };
    }
}
