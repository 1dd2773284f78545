using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Api.Resources;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Import;
using Aggregation.Domain.Reports;
using Aggregation.Tests.Support;
using Aggregation.Texts;
using Xunit;

namespace Aggregation.Tests.Api.Resources;

public sealed class MessagesTests
{
    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (var code in Codes(typeof(ProblemCode)))
        {
            names.Add("Problem." + code);
            names.Add($"Problem.{code}.Title");
        }

        foreach (var code in Codes(typeof(FaultCode)).Concat(Codes(typeof(BodyFaultCode)))
            .Concat(Codes(typeof(AccessFaultCode)))
            .Concat(Codes(typeof(RuleCode)))
            .Distinct(StringComparer.Ordinal))
            names.Add("Fault." + code);
        foreach (var code in Codes(typeof(ImportFaultCode)))
            names.Add("Import." + code);
        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_code_has_a_sentence_in_both_languages_that_names_the_same_things(string name)
    {
        var vietnamese = Messages.Find(Language.Vietnamese, name);
        var english = Messages.Find(Language.English, name);
        Assert.NotNull(vietnamese);
        Assert.NotNull(english);
        Assert.NotEqual(vietnamese, english);
        Assert.Equal(Placeholders(vietnamese), Placeholders(english));
        if (!name.EndsWith(".Title", StringComparison.Ordinal))
            Assert.EndsWith(".", vietnamese, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sentence_names_no_path_no_call_and_no_day_as_programs_write_it(string name)
    {
        foreach (var language in (Language[])[Language.Vietnamese, Language.English])
            PlainSentence.Assert(Messages.Find(language, name)!);
    }

    [Fact]
    public void Values_are_cut_short_and_made_visible()
    {
        var visible = ShownText.Visible("a\u0000\u202E\ud800" + new string('é', 500));
        Assert.StartsWith("a\uFFFD\uFFFD\uFFFD", visible, StringComparison.Ordinal);
        Assert.Equal(ShownText.MaxLength + 1, visible.Length);
        Assert.Equal("Hà Nội", ShownText.Visible("Hà Nội"));
    }

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void A_day_is_written_as_its_readers_write_days(Language language)
    {
        var sentence = Messages.Format(language, "Fault.in-the-future", ["2017-02-03", "2017-02-20"], ("field", "x"));
        Assert.Contains("03/02/2017", sentence, StringComparison.Ordinal);
        Assert.Contains("20/02/2017", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Braces_in_a_value_are_no_placeholders() =>
        Assert.Contains(
            "“{1} {field}”",
            Messages.Format(Language.English, "Fault.unknown-state", ["{1} {field}", "a, b"], ("field", "x")),
            StringComparison.Ordinal);

    private static IEnumerable<string> Codes(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);

    private static List<string> Placeholders(string sentence) =>
        [.. Regex.Matches(sentence, @"\{\w+\+?\}", RegexOptions.NonBacktracking)
            .Select(match => match.Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
}
