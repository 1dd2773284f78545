namespace Aggregation.Ledger.Sqlite;

/// <summary>What a copy of a ledger's file holds.</summary>
/// <param name="Reports">How many rows.</param>
/// <param name="Bytes">How large it is.</param>
internal sealed record SqliteCopied(long Reports, long Bytes);
