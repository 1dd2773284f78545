using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Deploy.Fixtures;
using Xunit;

namespace Aggregation.Tests.Deploy;

/// <summary>The unit of <c>deploy/systemd/</c>, judged by systemd itself.</summary>
public sealed class SystemdTests
{
    // systemd's own scale, in tenths: 0 is shut in altogether, 100 is open.
    private const int MostExposed = 20;

    [ProgramFact("systemd-analyze")]
    public async Task Systemd_takes_it_and_finds_little_that_it_could_do_to_the_machine()
    {
        var folder = Directory.CreateTempSubdirectory("aggregation-systemd-");
        try
        {
            // systemd also looks whether the program is there, which on this machine may lie elsewhere.
            var unit = Repository.Read("systemd/aggregation.service").Replace("/usr/bin/dotnet", InstalledProgram.PathOf("dotnet"), System.StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "aggregation.service"), unit);

            await Shell.RunAsync(folder.FullName, "systemd-analyze verify ./aggregation.service");
            await Shell.RunAsync(folder.FullName, $"systemd-analyze security --offline=true --threshold={MostExposed} --no-pager ./aggregation.service");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_the_unit_reads_from_its_environment_the_example_sets()
    {
        var set = Repository.Read("systemd/aggregation.env.example").Split('\n').Where(line => line.Contains('=', System.StringComparison.Ordinal) && line[0] != '#').Select(line => line.Split('=')[0]).ToArray();

        Assert.Contains("HEALTH_URL", set);
        Assert.Contains("ConnectionStrings__Ledger", set);
        Assert.Contains("$HEALTH_URL", Repository.Read("systemd/aggregation.service"), System.StringComparison.Ordinal);
    }
}
