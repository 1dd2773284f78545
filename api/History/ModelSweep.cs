using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Aggregation.Contracts;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Reports;

namespace Aggregation.Api.History;

/// <summary>The distinct models, their sites and their groups.</summary>
/// <param name="form">By which form their names are compared.</param>
public sealed class ModelSweep(NameForm form) : HistorySweep<ModelFigure>
{
    private readonly Dictionary<(int UnitId, string Name), (long Sites, long Groups)> standing = [];
    private readonly Dictionary<string, int> units = new(StringComparer.Ordinal);
    private int distinct;
    private long sites;
    private long groups;

    /// <inheritdoc/>
    protected override void Collect(LedgerRow row, Precedence precedence)
    {
        ArgumentNullException.ThrowIfNull(row);
        foreach (var model in row.Figures.ModelsIn(form))
            Remember(precedence, row.UnitId, model);
    }

    /// <inheritdoc/>
    protected override void Apply(int unitId, ModelFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);

        // A model without a site is none, whatever its groups.
        var now = figure.Sites > 0 ? (figure.Sites, figure.Groups) : (Sites: 0L, Groups: 0L);
        ref var stands = ref CollectionsMarshal.GetValueRefOrAddDefault(standing, (unitId, figure.NormalName), out _);
        sites += now.Sites - stands.Sites;
        groups += now.Groups - stands.Groups;
        CountUnit(figure.NormalName, (now.Sites > 0 ? 1 : 0) - (stands.Sites > 0 ? 1 : 0));
        stands = now;
    }

    /// <inheritdoc/>
    protected override HistoryPoint PointOn(DateOnly day) => new() { On = day, Distinct = distinct, Sites = sites, Groups = groups };

    private void CountUnit(string name, int change)
    {
        if (change == 0)
            return;
        ref var running = ref CollectionsMarshal.GetValueRefOrAddDefault(units, name, out _);
        var were = running > 0;
        running += change;
        distinct += (running > 0 ? 1 : 0) - (were ? 1 : 0);
    }
}
