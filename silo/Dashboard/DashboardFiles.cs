using System;
using Microsoft.AspNetCore.Hosting;

namespace Aggregation.Silo.Dashboard;

/// <summary>The files of the page: the host's web root, <c>wwwroot/</c> beside the program; a build without Node has none.</summary>
public static class DashboardFiles
{
    /// <summary>The file that every page address is answered with.</summary>
    public const string Index = "/index.html";

    /// <summary>Where the files lie whose names change with their content.</summary>
    public const string Assets = "/assets";

    /// <summary>True when this build has the page.</summary>
    public static bool HasDashboard(this IWebHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return environment.WebRootFileProvider.GetFileInfo(Index).Exists;
    }
}
