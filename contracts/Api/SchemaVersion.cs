namespace Aggregation.Contracts;

/// <summary>How far the tables of the ledger have been brought.</summary>
/// <param name="Set">Whose tables: <c>sqlite</c>, <c>postgres</c> or <c>orleans</c>.</param>
/// <param name="Stored">The version that the ledger has.</param>
/// <param name="Known">The version that this silo brings; a ledger may be ahead of it while a newer silo is being rolled out.</param>
public sealed record SchemaVersion(string Set, int Stored, int Known);
