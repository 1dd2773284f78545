using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Domain.Units;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Reading;

/// <summary>
/// A reading call on a unit that exists, by somebody who may read it. A parameter of endpoints that <see cref="ReadRoutes"/> maps.
/// </summary>
public sealed class UnitRequest : ReadRequest
{
    private UnitRequest(HttpContext context, QueryParameters query, Edition? edition, int index, IResult? refusal)
        : base(context, query, edition, refusal) => Index = index;

    /// <summary>The unit's index in the edition.</summary>
    public int Index { get; }

    /// <summary>The unit.</summary>
    public Unit Unit => Edition.Units[Index];

    /// <summary>Reads a request: besides the edition, which unit is meant (404), and whether the caller may read it (403).</summary>
    public static new async ValueTask<UnitRequest> BindAsync(HttpContext context)
    {
        var (query, edition) = await ReadAsync(context);
        if (query.Problem is { } problem)
            return new UnitRequest(context, query, edition, -1, problem);
        var request = new UnitRequest(context, query, edition, -1, null);
        var (index, refusal) = ReadRoutes.Find(request, (string)context.Request.RouteValues["code"]!);
        return new UnitRequest(context, query, edition, index, refusal);
    }
}
