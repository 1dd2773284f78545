using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Reports;

/// <summary>What takes reports.</summary>
public static class ReportServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ReportIntake>();
        return services;
    }
}
