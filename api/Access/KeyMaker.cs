using System;
using System.Collections.Generic;
using Aggregation.Domain.Reports;
using Aggregation.Ledger.Access;

namespace Aggregation.Api.Access;

/// <summary>Who makes a key: no key outlives the one that made it, unless an admin of the nation names a later day.</summary>
/// <param name="Key">The maker's key.</param>
/// <param name="IsOfNation">True for an admin of the nation.</param>
internal sealed record KeyMaker(AccessKey Key, bool IsOfNation)
{
    /// <summary>The last day of a key that is to be made.</summary>
    /// <param name="named">The day that was asked for; null for none.</param>
    /// <param name="otherwise">The day where none was; null for no end.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public DateOnly? LastDay(DateOnly? named, DateOnly? otherwise, List<Fault> faults)
    {
        if (Key.ExpiresOn is not { } end)
            return named ?? otherwise;
        if (named is not { } day)
            return otherwise < end ? otherwise : end;
        if (day > end && !IsOfNation)
            faults.Add(Fault.At("/expiresOn", AccessFaultCode.OutlivesMaker, DayText.Format(day), DayText.Format(end)));
        return day;
    }
}
