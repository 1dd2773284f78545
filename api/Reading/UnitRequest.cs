using Aggregation.Api.Http;
using Aggregation.Domain.Units;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Reading;

/// <summary>A reading call on a unit that exists, by somebody who may read it.</summary>
/// <param name="context">The request.</param>
/// <param name="query">Its query.</param>
/// <param name="edition">The edition it is about.</param>
/// <param name="index">The unit's index in the edition.</param>
public sealed class UnitRequest(HttpContext context, QueryParameters query, Edition edition, int index)
    : ReadRequest(context, query, edition)
{
    /// <summary>The unit's index in the edition.</summary>
    public int Index { get; } = index;

    /// <summary>The unit.</summary>
    public Unit Unit => Edition.Units[Index];
}
