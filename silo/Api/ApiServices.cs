using Aggregation.Reports;
using Aggregation.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api;

/// <summary>Registers what the API needs.</summary>
public static class ApiServices
{
    /// <summary>Adds everything; <see cref="ApiEndpoints.UseApi"/> then maps the calls.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSecurity();
        services.AddSingleton<ReportIntake>();
        services.AddApiDocument();
        services.AddAnswerCompression();
        return services;
    }
}
