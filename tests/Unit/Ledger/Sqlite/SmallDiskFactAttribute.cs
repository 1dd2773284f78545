using System;
using Xunit;

namespace Aggregation.Tests.Ledger.Sqlite;

/// <summary>A test that needs a disk small enough to fill.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!SmallDisk.IsPossible)
            Skip = "A small disk can be mounted only on Linux and as root; the limit of pages stands in for it in another test.";
    }
}
