using Aggregation.Api.Access;
using Aggregation.Api.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Http;

/// <summary>Registers what the API needs.</summary>
public static class ApiServices
{
    /// <summary>Adds everything; the host maps the calls.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSecurity();
        services.AddSingleton<ReportIntake>();
        services.AddApiDocument();
        services.AddAnswerCompression();
        return services;
    }
}
