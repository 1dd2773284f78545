using System.Threading.Tasks;
using Aggregation.Ledger;

namespace Aggregation.Tests.Api.RollUps;

/// <summary>The mark of a ledger that was never a demonstration, until it is set.</summary>
internal sealed class UnmarkedLedger : IDemonstrationMark
{
    public bool IsSet { get; private set; }

    public Task SetAsync()
    {
        IsSet = true;
        return Task.CompletedTask;
    }
}
