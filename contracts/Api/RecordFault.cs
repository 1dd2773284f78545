namespace Aggregation.Contracts;

/// <summary>Something wrong with a record beside the ledger's rows.</summary>
/// <param name="Kind"><c>access_key</c>, <c>edition</c> (one with all its units), <c>mark</c> or <c>administrative_act</c>.</param>
/// <param name="Id">Its id: of a key the public name, of an edition the name, of an act the number. Empty for all records of the kind
/// together.</param>
/// <param name="Fault"><c>changed</c>, <c>unsealed</c> (put there by hand), <c>missing</c>, or, of all together, <c>replaced</c>: some
/// are gone, or stand there again as they once were.</param>
public sealed record RecordFault(string Kind, string Id, string Fault);
