using System;
using System.Collections.Generic;
using Aggregation.Ledger;

namespace Aggregation.Silo.Hosting;

/// <summary>The command line of the silo: settings as <c>--Name:Part=value</c> or <c>--Name:Part value</c>, and <c>--demo</c>.</summary>
internal static class CommandLine
{
    /// <summary>True where only help is asked for.</summary>
    public static bool AsksForHelp(string[] args) => Array.Exists(args, argument => argument is "--help" or "-h" or "-?" or "/?");

    /// <summary>The arguments as the configuration takes them, every name checked.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="besides">Names that a command has of its own.</param>
    /// <exception cref="StartUpException">One has no meaning.</exception>
    public static string[] Read(string[] args, params ReadOnlySpan<string> besides)
    {
        var read = new List<string>(args.Length);
        for (var place = 0; place < args.Length; place++)
        {
            var argument = args[place];
            var name = NameOf(argument);
            if (name is null)
                throw new StartUpException(
                    $"'{argument}' is no setting of this program; settings begin with '--', such as '--{KnownSettings.Demo}', and --help "
                        + "tells all.");
            // What hosts of tests say of every section that they have settings of: nothing.
            if (argument.EndsWith('=') && KnownSettings.IsSection(name))
                continue;
            KnownSettings.CheckSwitch(name, besides);
            if (argument.Contains('=', StringComparison.Ordinal))
                read.Add(argument);
            else if (place + 1 < args.Length && NameOf(args[place + 1]) is null)
                read.Add($"{argument}={args[++place]}");
            else if (string.Equals(name, KnownSettings.Demo, StringComparison.OrdinalIgnoreCase))
                read.Add($"{argument}=true");
            else
                throw new StartUpException($"{argument} needs a value, such as '{argument}=…'.");
        }

        return [.. read];
    }

    private static string? NameOf(string argument)
    {
        var isSwitch = argument.StartsWith("--", StringComparison.Ordinal);
        return isSwitch ? argument[2..].Split('=', 2)[0] : null;
    }
}
