using System.Collections.Generic;
using System.Threading.Tasks;
using Aggregation.Reports;
using Microsoft.AspNetCore.Http;
namespace Aggregation.Api;
internal sealed class ProblemResult(int status, string code, string[] arguments, IReadOnlyList<Fault> faults) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) { httpContext.Response.StatusCode = status; return httpContext.Response.WriteAsync(code + string.Join(",", arguments) + faults.Count); }
}
