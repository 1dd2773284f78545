using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Sqlite;
using Aggregation.Ledger.Units;
using Aggregation.Silo.Hosting;
using Aggregation.Silo.Units;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Silo.Units;

public sealed class StartingUnitsTests
{
    private readonly UnitRegistry registry = new("2023");

    [Fact]
    public async Task A_list_that_another_silo_stores_between_two_looks_is_taken()
    {
        await MakeFor(new LateStore([Trees.Small()])).LoadAsync(default);
        Assert.NotNull(registry.Find("2023"));
    }

    [Fact]
    public async Task A_list_that_is_stored_and_never_readable_was_changed_by_hand()
    {
        var refused = await Assert.ThrowsAsync<StartUpException>(() => MakeFor(new LateStore([])).LoadAsync(default));
        Assert.Contains("changed them by hand", refused.Message, System.StringComparison.Ordinal);
    }

    private StartingUnits MakeFor(IUnitStore store)
    {
        var settings = new SiloSettings
        {
            Demo = false,
            Ledger = new SqliteLedgerOptions { Path = "none.db" },
            Edition = "2023",
            Urls = "http://127.0.0.1:0",
            Rules = new RuleSettings()
        };
        return new StartingUnits(settings, Seed.Catalogue, store, new StoredUnits(registry, store), registry);
    }

    /// <summary>Empty at the first look; something is stored at every later one.</summary>
    private sealed class LateStore(ImmutableArray<Edition> later) : IUnitStore
    {
        private int looks;

        public Task<ImmutableArray<Edition>> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(looks++ == 0 ? [] : later);

        public Task<int> GenerationAsync(string edition, CancellationToken cancellationToken) => Task.FromResult(1);

        public Task<bool> HasReportsAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public Task SaveAsync(Edition edition, AdministrativeAct? import, CancellationToken cancellationToken) =>
            Task.FromException(new StaleEditionException(edition.Name, 0, 1));
    }
}
