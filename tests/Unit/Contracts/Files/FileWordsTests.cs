using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Aggregation.Files;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>The words of the files.</summary>
public sealed class FileWordsTests
{
    public static TheoryData<string> Codes() =>
        [.. typeof(FileFaultCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_fault_has_a_sentence_in_both_languages_that_names_the_same_things(string code)
    {
        var vietnamese = FileWords.Get(FileWords.Vietnamese, "Fault." + code);
        var english = FileWords.Get(FileWords.English, "Fault." + code);

        Assert.NotEqual(vietnamese, english);
        Assert.EndsWith(".", vietnamese, System.StringComparison.Ordinal);
        Assert.Equal(Places(vietnamese), Places(english));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_fault_speaks_as_programs_do(string code)
    {
        PlainSentence.Assert(FileWords.Get(FileWords.Vietnamese, "Fault." + code));
        PlainSentence.Assert(FileWords.Get(FileWords.English, "Fault." + code));
    }

    private static string[] Places(string sentence) =>
        [.. Regex.Matches(sentence, @"\{\d\}", RegexOptions.NonBacktracking).Select(match => match.Value).Distinct().Order()];
}
