namespace Aggregation.Ledger.Seals;

/// <summary>A record beside the reports exactly as the store holds it, whoever wrote it.</summary>
/// <param name="Id">Its primary key as text.</param>
/// <param name="Record">The record; null where there is none, or what stands there is no such record.</param>
/// <param name="Mac">Its MAC; null where it has none.</param>
/// <param name="IsThere">False where only its MAC is left.</param>
internal sealed record StoredRecord(string Id, SealedRecord? Record, byte[]? Mac, bool IsThere = true);
