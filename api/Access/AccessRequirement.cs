using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Access;

/// <summary>That a caller is what the endpoint needs, and came with no wrong key.</summary>
/// <param name="need">What it needs; null where its address says it (<see cref="AccessPolicy.NeedOf(HttpContext)"/>).</param>
internal sealed class AccessRequirement(AccessNeed? need) : AuthorizationHandler<AccessRequirement>, IAuthorizationRequirement
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        if (context.Resource is HttpContext request && requirement.IsMet(request))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private bool IsMet(HttpContext request)
    {
        var caller = Caller.Find(request);
        if (caller is { Refusal: not null })
            return false;
        return (need ?? AccessPolicy.NeedOf(request)) switch
        {
            AccessNeed.Nothing or AccessNeed.Identity => true,
            AccessNeed.Read => caller is { ReadsAnything: true } or { Key: not null },
            AccessNeed.Write => caller is { Key: not null },
            _ => caller is { Key.Role: AccessRole.Admin },
        };
    }
}
