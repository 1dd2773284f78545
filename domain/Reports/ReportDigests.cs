using System;

namespace Aggregation.Domain.Reports;

/// <summary>The two digests of a report.</summary>
/// <param name="Key">Of its idempotency key.</param>
/// <param name="Content">Of all else that it says.</param>
internal sealed record ReportDigests(UInt128 Key, UInt128 Content);
