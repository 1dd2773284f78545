using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Ledger.Audit;

namespace Aggregation.Api.Verification;

/// <summary>
/// Tells telemetry again, after a start, what was found before it: what is wrong with a ledger does not end with the silo that found it.
/// </summary>
/// <param name="acts">Where verifications are recorded.</param>
/// <param name="time">The clock.</param>
public sealed class LastVerifications(IActStore acts, TimeProvider time)
{
    /// <summary>What a verification found, by the names of its act's figures.</summary>
    internal const string Differences = "differences", Faults = "faults";

    private const int ActsAtOnce = 1_000;

    // Long after anybody should have verified: then the alert is that nobody has.
    private static readonly TimeSpan Period = TimeSpan.FromDays(31);

    /// <summary>Looks for the last verification and the last deep one.</summary>
    /// <exception cref="LedgerUnavailableException">The acts cannot be read.</exception>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var from = time.GetUtcNow() - Period;
        var (isTold, isDeepTold) = (false, false);
        for (long? before = null; !(isTold && isDeepTold);)
        {
            var page = await acts.ReadNewestAsync(before, from, until: null, ActsAtOnce, cancellationToken);
            foreach (var act in page.Where(act => act.Outcome == ActOutcome.Done && act.Act is ActName.Verified or ActName.VerifiedDeeply))
            {
                if (!isTold && act.Figures.TryGetValue(Differences, out var differences))
                {
                    VerificationMeter.Verified(act.At, differences);
                    isTold = true;
                }

                if (!isDeepTold && act.Figures.TryGetValue(Faults, out var faults))
                {
                    VerificationMeter.VerifiedDeeply(act.At, faults);
                    isDeepTold = true;
                }
            }

            if (page.Length < ActsAtOnce)
                return;
            before = page[^1].Number;
        }
    }
}
