using System;
using Aggregation.Api.Http;

namespace Aggregation.Api.Access;

/// <summary>Why a key or a cookie does not say who sends a request. It is the failure of an authentication, and never thrown.</summary>
/// <param name="problem">What the sender is answered.</param>
internal sealed class RefusedCallerException(ProblemResult problem) : Exception(problem.Code)
{
    /// <summary>What the sender is answered.</summary>
    public ProblemResult Problem { get; } = problem;
}
