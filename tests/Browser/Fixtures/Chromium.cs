using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Aggregation.Tests.Browser.Fixtures;

/// <summary>The Chromium that is installed on this machine: the one that <c>CHROMIUM_PATH</c> names, or the first on the PATH.</summary>
public static class Chromium
{
    private const string Variable = "CHROMIUM_PATH";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string? Executable = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Find();

    /// <summary>Why a test that needs it is skipped; null when it can run. In CI it must.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>Starts one without a window.</summary>
    /// <exception cref="InvalidOperationException">There is none, or nothing to show in it.</exception>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        if (FindLack() is { } lack)
            throw new InvalidOperationException(lack);
        return playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable });
    }

    private static string? FindMissing() =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase) || FindLack() is not { } lack
            ? null
            : "skipped, because " + lack;

    private static string? FindLack()
    {
        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html")))
            return "this build has no page: Node.js was missing";
        return File.Exists(Executable) ? null : $"neither {Variable} nor the PATH has Chromium or Chrome";
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH")
        ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
