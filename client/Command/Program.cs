using System.Threading.Tasks;
using Aggregation.Commands;
using Aggregation.Commands.Output;
using Aggregation.Commands.Settings;

namespace Aggregation;

/// <summary>The <c>aggregation</c> command.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments)
    {
        StandardOutput.UseUtf8();
        Locale.Use(arguments);
        return AggregationCommand.RunAsync(arguments);
    }
}
