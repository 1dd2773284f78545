using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Aggregation.Testing;
using Aggregation.Tests.Api.Fixtures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;
using Xunit;

namespace Aggregation.Tests.Api.Description;

/// <summary>
/// What generators make of <c>/openapi/v1.json</c> compiles, reports, reads, and is refused as the description says; a linter finds
/// nothing.
/// </summary>
public sealed class GeneratedClientTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private const string Commune = "00100";

    private static readonly string TypeScript = Path.Combine(AppContext.BaseDirectory, "Description", "TypeScript");

    [Fact]
    public async Task One_for_dotnet_reports_reads_and_is_refused()
    {
        var caller = Compile(
            await GenerateAsync(),
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Description", "DotNet", "Caller.cs")));
        var key = (await silo.MakeKeyAsync("VN", AccessRole.Admin)).Text;
        var told = await (Task<string>)caller.Invoke(null, [silo.Address, key, Commune])!;
        Assert.Equal("1 1 accepted 5 consolidated 002 2 422 /reports/0/counts/agencies 404 ", told);
    }

    [NpmFact]
    public async Task One_in_TypeScript_reports_reads_and_is_refused_and_the_linter_finds_nothing()
    {
        await File.WriteAllTextAsync(Path.Combine(TypeScript, "openapi.json"), await DescriptionAsync());
        if (!Directory.Exists(Path.Combine(TypeScript, "node_modules")))
            await RunAsync("npm", "ci", "--no-audit", "--no-fund");
        await RunAsync("npm", "run", "--silent", "lint");
        await RunAsync("npm", "run", "--silent", "generate");
        await RunAsync("npm", "run", "--silent", "build");
        await KeepAsync(Schemas(await File.ReadAllTextAsync(Path.Combine(TypeScript, "api.d.ts"))));
        var key = (await silo.MakeKeyAsync("VN", AccessRole.Admin)).Text;
        var told = JsonDocument.Parse(await RunAsync("node", "client.js", silo.Address.ToString().TrimEnd('/'), key, "00688")).RootElement;
        Assert.Equal(
            (1, 1, "accepted"),
            (told.GetProperty("accepted").GetInt32(), told.GetProperty("sequence").GetInt32(), told.GetProperty("dry").GetString()));
        Assert.Equal("""[422,"/reports/0/counts/agencies","out-of-range"]""", told.GetProperty("refused").GetRawText());
        Assert.Equal((5, "consolidated", "024", 2), (told.GetProperty("agencies").GetInt32(), told.GetProperty("committee")
            .GetString(), told.GetProperty("parent").GetString(), told.GetProperty("listed").GetInt32()));
        Assert.Equal("""[404,"urn:aggregation:problem:unknown-unit"]""", told.GetProperty("unknown").GetRawText());
    }

    [Fact]
    public async Task The_example_of_a_report_is_taken()
    {
        var reports = JsonDocument.Parse(await DescriptionAsync()).RootElement
            .GetProperty("paths")
            .GetProperty("/api/v1/reports")
            .GetProperty("post");
        var example = reports.GetProperty("requestBody")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("example")
            .GetRawText();
        using var body = new System.Net.Http.StringContent(example, MediaTypeHeaderValue.Parse("application/json"));
        using var answer = await silo.Admin.PostAsync(new Uri("reports?dryRun=true", UriKind.Relative), body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("FileResult", "sheet", "sequence")]
    [InlineData("ReportResult", "sequence")]
    [InlineData("Problem", "errors", "results")]
    public async Task What_an_answer_leaves_out_is_not_required(string schema, params string[] members)
    {
        var required = JsonDocument.Parse(await DescriptionAsync()).RootElement.GetProperty("components")
            .GetProperty("schemas")
            .GetProperty(schema)
            .GetProperty("required")
            .EnumerateArray()
            .Select(member => member.GetString());
        Assert.Empty(required.Intersect(members));
    }

    [Fact]
    public async Task Nothing_is_promised_that_is_refused()
    {
        var document = JsonDocument.Parse(await DescriptionAsync()).RootElement;
        var operations = document.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => operation.Value)
            .ToList();
        Assert.Equal(operations.Count, operations.Select(operation => operation.GetProperty("operationId").GetString())
            .Distinct(StringComparer.Ordinal)
            .Count());
        foreach (var operation in operations.Where(operation => operation.TryGetProperty("requestBody", out _)))
        {
            if (operation.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out var body))
                Assert.StartsWith("#/components/schemas/", body.GetProperty("schema")
                    .GetProperty("$ref")
                    .GetString(), StringComparison.Ordinal);
        }

        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.DoesNotContain("\"integer\",\"string\"", JsonSerializer.Serialize(schemas), StringComparison.Ordinal);
        foreach (var input in (string[])["ReportBatch", "Report", "ReportedModel", "KeyRequest", "KeyRotation", "SessionRequest"])
        {
            Assert.False(schemas.GetProperty(input).GetProperty("additionalProperties").GetBoolean());
            Assert.DoesNotContain("\"null\"", schemas.GetProperty(input).GetRawText(), StringComparison.Ordinal);
        }
    }

    // The page's types are the description's: no second hand writes them.
    private static async Task KeepAsync(string schemas)
    {
        var file = Path.Combine(Repository.Root, "dashboard", "src", "api", "schemas.ts");
        if (Environment.GetEnvironmentVariable("AGGREGATION_WRITE_DOCS") is not null)
            await File.WriteAllTextAsync(file, schemas);
        Assert.Equal(schemas, await File.ReadAllTextAsync(file));
    }

    private static string Schemas(string declarations)
    {
        const string First = "    schemas: {\n";
        var start = declarations.IndexOf(
            First,
            declarations.IndexOf("export interface components", StringComparison.Ordinal),
            StringComparison.Ordinal)
            + First.Length;
        var members = declarations[start..declarations.IndexOf("\n    };", start, StringComparison.Ordinal)];
        var lines = members.Split('\n').Select(line => line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : line);
        return "/** What the API takes and answers, made from its description (/openapi/v1.json): AGGREGATION_WRITE_DOCS=1 makes it anew. */\n"
            + "export interface Schemas {\n"
            + string.Join('\n', lines).Replace("components[\"schemas\"]", "Schemas", StringComparison.Ordinal)
            + "\n}\n";
    }

    private Task<string> DescriptionAsync() => silo.Client.GetStringAsync(new Uri(silo.Address, "/openapi/v1.json"));

    private async Task<string> GenerateAsync()
    {
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "AggregationApi",
            UseBaseUrl = false,
            GenerateOptionalParameters = true,
            OperationNameGenerator = new SingleClientFromOperationIdOperationNameGenerator(),
        };
        settings.CSharpGeneratorSettings.Namespace = "Generated";
        settings.CSharpGeneratorSettings.JsonLibrary = CSharpJsonLibrary.SystemTextJson;
        settings.CSharpGeneratorSettings.GenerateNullableReferenceTypes = true;
        settings.CSharpGeneratorSettings.GenerateOptionalPropertiesAsNullable = true;
        settings.CSharpGeneratorSettings.DateType = "System.DateOnly";
        settings.CSharpGeneratorSettings.ArrayType = "System.Collections.Generic.IReadOnlyList";
        settings.CSharpGeneratorSettings.ArrayInstanceType = "System.Collections.Generic.List";
        return new CSharpClientGenerator(await OpenApiDocument.FromJsonAsync(await DescriptionAsync()), settings).GenerateFile();
    }

    private static MethodInfo Compile(params string[] sources)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable);
        using var image = new MemoryStream();
        var emitted = CSharpCompilation.Create(
            "Generated",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            references,
            options).Emit(image);
        Assert.True(
            emitted.Success,
            string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return Assembly.Load(image.ToArray()).GetType("Generated.Caller")!.GetMethod("RunAsync")!;
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = TypeScript,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}:\n{await output}{await errors}");
        return await output;
    }
}
