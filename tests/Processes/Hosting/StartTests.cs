using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Testing.Reference;
using Xunit;

namespace Aggregation.Tests.Processes.Hosting;

/// <summary>A silo that cannot start says why, in one sentence on standard error, and exits with 1.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_second_silo_on_the_same_file_is_refused_and_told_who_holds_it()
    {
        using var folder = new TemporaryFolder();
        await using var first = await SiloProcess.StartAsync(folder.File("ledger.db"));

        var (exitCode, errors) = await SiloProcess.RefusedAsync(folder.File("ledger.db"));

        Assert.Equal(1, exitCode);
        AssertOneSentence(errors, folder.File("ledger.db"), first.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_killed_silo_leaves_no_lock_behind()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await SiloProcess.StartAsync(folder.File("ledger.db")))
            await first.KillAsync();

        await using var second = await SiloProcess.StartAsync(folder.File("ledger.db"));

        Assert.Equal(0, await second.StopAsync());
    }

    [Fact]
    public async Task A_missing_directory_is_named()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, errors) = await SiloProcess.RefusedAsync(folder.File("missing/ledger.db"));
        Assert.Equal(1, exitCode);
        AssertOneSentence(errors, folder.File("missing"));
    }

    [Fact]
    public async Task A_read_only_file_is_named()
    {
        using var folder = new TemporaryFolder();
        await using (var silo = await SiloProcess.StartAsync(folder.File("ledger.db")))
            await silo.StopAsync();
        File.SetAttributes(folder.File("ledger.db"), FileAttributes.ReadOnly);

        var (exitCode, errors) = await SiloProcess.RefusedAsync(folder.File("ledger.db"));

        Assert.Equal(1, exitCode);
        AssertOneSentence(errors, folder.File("ledger.db"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("ledger.db"), new string('x', 5000));
        var (exitCode, errors) = await SiloProcess.RefusedAsync(folder.File("ledger.db"));
        Assert.Equal(1, exitCode);
        AssertOneSentence(errors, folder.File("ledger.db"));
    }

    [Theory]
    [InlineData("Ledger__Provider", "oracle", "Ledger:Provider")]
    [InlineData("Units__Edition", "20/23", "Units:Edition")]
    [InlineData("Units__Path", "/nowhere/units.csv", "Units:Path")]
    [InlineData("Security__PublicRead", "perhaps", "Security:PublicRead")]
    [InlineData("Catalogue__Rules__safe-agencies__jump__severity", "loud", "Catalogue:Rules:safe-agencies:jump:severity")]
    [InlineData("Catalogue__Rules__committee__reversal__severity", "error", "Catalogue:Rules:committee:reversal")]
    [InlineData("ASPNETCORE_URLS", "gopher://127.0.0.1", "ASPNETCORE_URLS")]
    [InlineData("ASPNETCORE_URLS", "https://127.0.0.1:0", "Https:Certificate")]
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true", "Security:KnownProxies")]
    [InlineData("Https__Certificate", "/nowhere/tls.crt", "Https:Certificate")]
    [InlineData("Https__HstsDays", "-1", "Https:HstsDays")]
    [InlineData("Security__KnownProxies", "proxy", "Security:KnownProxies")]
    [InlineData("Security__RequestsAtOnce", "0", "Security:RequestsAtOnce")]
    [InlineData("Security__ViewersPerKey", "many", "Security:ViewersPerKey")]
    public async Task A_wrong_setting_is_named_with_its_value(string variable, string value, string setting)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, errors) = await SiloProcess.RefusedAsync(folder.File("ledger.db"), (variable, value));
        Assert.Equal(1, exitCode);
        AssertOneSentence(errors, setting, value);
    }

    [Theory]
    [InlineData("Ledger__Foo", "1", "Ledger:Foo", "Ledger:Provider")]
    [InlineData("Ledger__Provdier", "sqlite", "Ledger:Provdier", "Ledger:Provider")]
    [InlineData("Security__AdminKey__", "x", "Security:AdminKey", "Security:AdminKey")]
    [InlineData("Orleans__SiloPrt", "1", "Orleans:SiloPrt", "Orleans:SiloPort")]
    [InlineData("ConnectionString__Ledger", "ledger.db", "ConnectionString", "ConnectionStrings")]
    [InlineData("Secuirty__PublicRead", "true", "Secuirty", "Security")]
    [InlineData("Catalogue__Rule__committee", "off", "Catalogue:Rule", "Catalogue:Rules")]
    public async Task A_setting_whose_name_is_wrong_is_refused_with_the_nearest(
        string variable,
        string value,
        string setting,
        string nearest)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, errors) = await SiloProcess.RefusedAsync(folder.File("ledger.db"), (variable, value));
        Assert.Equal(1, exitCode);
        AssertOneSentence(errors, setting, nearest);
    }

    [Theory]
    [InlineData("--demos", "--demo")]
    [InlineData("--hlep", "--help")]
    [InlineData("--Units:Pth=x", "Units:Path")]
    [InlineData("demo", "--demo")]
    [InlineData("--urls", "--urls=")]
    [InlineData("ledger", "ledger archive")]
    public async Task A_switch_that_is_none_is_refused_with_the_nearest(string argument, string nearest)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await SiloProcess.RunAsync(folder.File("ledger.db"), argument);
        Assert.Equal(1, exitCode);
        AssertOneSentence(output, nearest);
        Assert.False(File.Exists(folder.File("ledger.db")));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_prints_and_ends(string argument)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await SiloProcess.RunAsync(folder.File("ledger.db"), argument);
        Assert.Equal(0, exitCode);
        foreach (var part in (string[])["--demo", "ledger archive", "ConnectionStrings:Ledger", "Security:AdminKey"])
            Assert.Contains(part, output, System.StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("ledger.db")));
    }

    [Fact]
    public async Task A_process_that_knows_no_Unicode_is_refused()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, errors) = await SiloProcess.RefusedAsync(folder.File("ledger.db"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"));
        Assert.Equal(1, exitCode);
        AssertOneSentence(errors, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "ICU");
        Assert.False(File.Exists(folder.File("ledger.db")));
    }

    [Fact]
    public async Task A_key_file_is_never_overwritten_and_a_start_that_finds_its_own_goes_on_with_it()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("ledger.admin.key");
        await using (var first = await SiloProcess.StartAsync(folder.File("ledger.db"), ("Security__AdminKey", "")))
            await first.StopAsync();
        var key = await File.ReadAllTextAsync(file);

        File.Delete(folder.File("ledger.db"));
        await using (var second = await SiloProcess.StartAsync(
            folder.File("ledger.db"),
            ("Security__AdminKey", ""),
            ("Ledger__HeadsPath", folder.File("other.heads"))))
        {
            second.Http.DefaultRequestHeaders.Authorization = new("Bearer", key.Trim());
            Assert.Equal("[]", (await second.Http.GetJsonAsync("verify")).GetProperty("differences").GetRawText());
            await second.StopAsync();
        }

        Assert.Equal(key, await File.ReadAllTextAsync(file));
        File.Delete(folder.File("ledger.db"));
        await File.WriteAllTextAsync(file, "something else");
        var (exitCode, errors) = await SiloProcess.RefusedAsync(
            folder.File("ledger.db"),
            ("Security__AdminKey", ""),
            ("Ledger__HeadsPath", folder.File("third.heads")));
        Assert.Equal(1, exitCode);
        AssertOneSentence(errors, file, "not overwritten");
        Assert.Equal("something else", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Without_a_demonstration_nothing_is_offered_that_keeps_the_official_list_out()
    {
        using var folder = new TemporaryFolder();
        await using var silo = await SiloProcess.StartAsync(
            folder.File("ledger.db"),
            ("LC_ALL", "en_US.UTF-8"),
            ("Security__PublicRead", "false"));
        await Eventually.TrueAsync(() => Task.FromResult(silo.Output.Contains("What to type next", System.StringComparison.Ordinal)));
        Assert.DoesNotContain("/reports", silo.Output, System.StringComparison.Ordinal);
        Assert.Contains("units/import?edition=2023", silo.Output, System.StringComparison.Ordinal);
        Assert.All(silo.Output.Split('\n').Where(line => line.Contains("curl", System.StringComparison.Ordinal)), line => Assert.Contains(
            "Authorization: Bearer $KEY",
            line,
            System.StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_short_admin_key_is_refused_without_being_repeated()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, errors) = await SiloProcess.RefusedAsync(folder.File("ledger.db"), ("Security__AdminKey", "tooshort"));
        Assert.Equal(1, exitCode);
        AssertOneSentence(errors, "Security:AdminKey", "8 characters");
        Assert.DoesNotContain("tooshort", errors, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_that_the_seeds_do_not_hold_needs_a_list()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, errors) = await SiloProcess.RefusedAsync(folder.File("ledger.db"), ("Units__Edition", "2025"));
        Assert.Equal(1, exitCode);
        AssertOneSentence(errors, "Units:Edition", "2025", "Units:Path");
    }

    [RealListFact]
    public async Task The_list_that_a_setting_names_is_loaded()
    {
        using var folder = new TemporaryFolder();
        await using var silo = await SiloProcess.StartAsync(
            folder.File("ledger.db"),
            ("Units__Edition", "2025"),
            ("Units__Path", RealLists.PathOf("units-2025.csv")));
        var nation = await silo.Http.GetJsonAsync("units/VN");
        Assert.Equal(34, nation.GetProperty("reporting").GetProperty("province").GetProperty("total").GetInt32());
        Assert.Equal(3321, nation.GetProperty("reporting").GetProperty("commune").GetProperty("total").GetInt32());
        Assert.False(nation.GetProperty("reporting").TryGetProperty("district", out _));
        Assert.False(nation.GetProperty("simulated").GetBoolean());
    }

    [Fact]
    public async Task A_demonstration_needs_a_province_that_exists()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, errors) = await SiloProcess.RefusedAsync(
            folder.File("ledger.db"),
            ("demo", "true"),
            ("Scenario__LastProvince", "05"));
        Assert.Equal(1, exitCode);
        AssertOneSentence(errors, "Scenario:LastProvince", "05");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_without_the_password()
    {
        var (exitCode, errors) = await SiloProcess.RefusedAsync(
            "Host=127.0.0.1;Port=1;Database=ledger;Username=silo;Password=hush",
            ("Ledger__Provider", "postgres"));
        Assert.Equal(1, exitCode);
        AssertOneSentence(errors, "127.0.0.1:1/ledger", "ConnectionStrings__Ledger");
        Assert.DoesNotContain("hush", errors, System.StringComparison.Ordinal);
    }

    private static void AssertOneSentence(string errors, params string[] parts)
    {
        var sentence =
            Assert.Single(errors.Split('\n', System.StringSplitOptions.RemoveEmptyEntries | System.StringSplitOptions.TrimEntries));
        Assert.DoesNotContain("   at ", sentence, System.StringComparison.Ordinal);
        foreach (var part in parts)
            Assert.Contains(part, sentence, System.StringComparison.Ordinal);
    }
}
