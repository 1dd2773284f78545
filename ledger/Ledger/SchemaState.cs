namespace Aggregation.Ledger;

/// <summary>How far the tables of the ledger have been brought.</summary>
/// <param name="Set">Whose tables: <c>sqlite</c>, <c>postgres</c> or <c>orleans</c>.</param>
/// <param name="Stored">The version that the ledger has.</param>
/// <param name="Known">The version that this program brings.</param>
internal sealed record SchemaState(string Set, int Stored, int Known);
