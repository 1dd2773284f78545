using Aggregation.Domain.Reports;

namespace Aggregation.Ledger;

/// <summary>A report about to be recorded, with who sends it.</summary>
/// <param name="Reporter">The id of the API key.</param>
/// <param name="Report">The report.</param>
public readonly record struct LedgerEntry(string Reporter, Report Report);
