using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Units;

namespace Aggregation.Tests.Support;

/// <summary>Keeps editions in memory.</summary>
internal sealed class MemoryUnitStore : IUnitStore
{
    private readonly Dictionary<string, Edition> editions = [];

    public bool HasReports { get; set; }

    public List<AdministrativeAct> Imports { get; } = [];

    public bool RefusesRemovals { get; set; }

    public Edition? this[string name] => editions.GetValueOrDefault(name);

    public Task<ImmutableArray<Edition>> LoadAsync(CancellationToken cancellationToken) =>
        Task.FromResult(editions.Values.ToImmutableArray());

    public Task<int> GenerationAsync(string edition, CancellationToken cancellationToken) =>
        Task.FromResult(this[edition]?.Generation ?? 0);

    public Task<bool> HasReportsAsync(CancellationToken cancellationToken) => Task.FromResult(HasReports);

    public Task SaveAsync(Edition edition, AdministrativeAct? import, CancellationToken cancellationToken)
    {
        var stored = editions.GetValueOrDefault(edition.Name);
        if ((stored?.Generation ?? 0) != edition.Generation - 1)
            throw new StaleEditionException(edition.Name, edition.Generation - 1, stored?.Generation ?? 0);
        if (RefusesRemovals && stored is not null && stored.Units.Any(unit => edition.Find(unit.Code) is null))
            throw new UnitsInUseException(edition.Name);
        editions[edition.Name] = edition;
        if (import is not null)
            Imports.Add(import);
        return Task.CompletedTask;
    }
}
