using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Ledger.Audit;
using Aggregation.Tests.Api.Access;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Aggregation.Tests.Api.Audit;

public sealed class DoorActsTests
{
    [Fact]
    public async Task Strangers_fill_no_ledger()
    {
        var acts = new MemoryActStore();
        using var door = new DoorActs(acts, TimeProvider.System);
        for (var call = 0; call < 1_000; call++)
            await door.RefuseStrangerAsync(new DefaultHttpContext(), ActName.SignedIn, target: null);
        Assert.InRange(acts.Recorded.Count(), 60, 300);
    }
}
