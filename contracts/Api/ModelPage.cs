using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>
/// <c>GET /units/{code}/models</c>: named models, most sites first, then by name. The three totals are those of all models that the
/// filter lets pass.
/// </summary>
/// <param name="Edition">The list of units.</param>
/// <param name="Simulated">True when some figure may be invented.</param>
/// <param name="Distinct">How many models there are on all pages together.</param>
/// <param name="Sites">Their sites.</param>
/// <param name="Groups">Their groups.</param>
/// <param name="Items">The models of this page.</param>
/// <param name="Next">What <c>cursor</c> takes for the next page; null on the last one.</param>
public sealed record ModelPage(
    string Edition,
    bool Simulated,
    int Distinct,
    long Sites,
    long Groups,
    IReadOnlyList<NamedModel> Items,
    string? Next);
