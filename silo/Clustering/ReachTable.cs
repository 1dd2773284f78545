using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Aggregation.Silo.Clustering;

/// <summary>Where silos that do not reach each other read what the other one reaches.</summary>
/// <param name="options">The cluster.</param>
internal sealed class ReachTable(IOptions<ClusterOptions> options)
{
    // What is said counts for some seconds only, so it need not be durable.
    private const string Say =
        """
        INSERT INTO orleans_reach (deployment, silo, reached, missing, said_at) VALUES ($1, $2, $3, $4, clock_timestamp())
        ON CONFLICT (deployment, silo) DO UPDATE SET reached = EXCLUDED.reached, missing = EXCLUDED.missing, said_at = EXCLUDED.said_at
        """;

    private const string Hear =
        "SELECT silo, reached, missing FROM orleans_reach WHERE deployment = $1 AND silo <> $2 AND said_at > clock_timestamp() - "
            + "interval '4 seconds'";

    /// <summary>Says what this silo reaches, and reads what others have said of late.</summary>
    /// <param name="connection">A connection.</param>
    /// <param name="self">This silo.</param>
    /// <param name="reached">How many members it reaches, itself included.</param>
    /// <param name="missing">Those that it does not.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>By silo, how many it reaches and which it does not.</returns>
    public async Task<Dictionary<SiloAddress, (int Reached, HashSet<SiloAddress> Missing)>> ExchangeAsync(
        NpgsqlConnection connection,
        SiloAddress self,
        int reached,
        IEnumerable<SiloAddress> missing,
        CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("SELECT set_config('synchronous_commit', 'off', true)"),
                new(Say)
                {
                    Parameters =
                    {
                        new() { Value = options.Value.ClusterId },
                        new() { Value = self.ToParsableString() },
                        new() { Value = reached },
                        new() { Value = missing.Select(silo => silo.ToParsableString()).ToArray() },
                    },
                },
                new(Hear) { Parameters = { new() { Value = options.Value.ClusterId }, new() { Value = self.ToParsableString() } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        // What returns no rows is no result.
        await reader.NextResultAsync(cancellationToken);
        var said = new Dictionary<SiloAddress, (int, HashSet<SiloAddress>)>();
        while (await reader.ReadAsync(cancellationToken))
            said[SiloAddress.FromParsableString(reader.GetString(0))] =
                (reader.GetInt32(1), [.. reader.GetFieldValue<string[]>(2).Select(SiloAddress.FromParsableString)]);
        return said;
    }
}
