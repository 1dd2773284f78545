using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Processes.Answers;

/// <summary>
/// The same requests in the same order are answered with the same bytes, from one build to the next: they
/// are compared with <c>answers.txt</c>, in which times, versions and the ids of keys and requests, which are drawn, are dots. Where a
/// change of the API is wanted,
/// <c>AGGREGATION_ANSWERS=write</c> writes the file anew, and its difference is read before it is committed.
/// </summary>
public sealed partial class AnswersTests
{
    [Fact]
    public async Task Every_answer_is_byte_for_byte_the_one_on_record()
    {
        using var folder = new TemporaryFolder();
        await using var silo = await SiloProcess.StartAsync("Data Source=" + folder.File("ledger.db"));
        var answers = new StringBuilder();
        foreach (var request in await File.ReadAllLinesAsync(Beside("requests.txt")))
            answers.Append(await AnswerAsync(silo.Http, request));

        var given = answers.ToString();
        if (Environment.GetEnvironmentVariable("AGGREGATION_ANSWERS") == "write")
            await File.WriteAllTextAsync(Beside("answers.txt"), given);
        var recorded = await File.ReadAllTextAsync(Beside("answers.txt"));
        Assert.Equal(recorded.Split('\n'), given.Split('\n'));
    }

    private static async Task<string> AnswerAsync(HttpClient http, string request)
    {
        var parts = request.Split(' ', 3);
        using var message = new HttpRequestMessage(new HttpMethod(parts[0]), new Uri(parts[1], UriKind.Relative));
        if (parts.Length == 3)
            message.Content = new StringContent(parts[2], Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(message);
        var body = await answer.Content.ReadAsStringAsync();
        return $"{string.Join(' ', parts.Take(2))}\n{(int)answer.StatusCode} "
            + $"{answer.Content.Headers.ContentType}\n{Changing().Replace(body, "${name}\"…\"")}\n\n";
    }

    private static string Beside(string name, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, name);

    [GeneratedRegex(
        "(?<name>\"(?:version|recordedAt|reporter|requestId)\":)\"[^\"]*\"",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Changing();
}
