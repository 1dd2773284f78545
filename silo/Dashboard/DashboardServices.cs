using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Dashboard;

/// <summary>Registers what the page needs.</summary>
public static class DashboardServices
{
    /// <summary>Adds it; <see cref="DashboardPages.UseDashboard"/> then serves the page.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            // The files are the same for everybody: there is no secret in them whose length could tell something.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/manifest+json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        return services;
    }
}
