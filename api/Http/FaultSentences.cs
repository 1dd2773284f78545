using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Aggregation.Api.Resources;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;

namespace Aggregation.Api.Http;

/// <summary>The sentences of faults in the words of their reader: places and figures by their names, never as programs call them.</summary>
/// <param name="catalogue">The labels.</param>
/// <param name="language">The reader's language.</param>
internal sealed class FaultSentences(IndicatorCatalogue catalogue, Language language)
{
    // Of these the sentence repeats names of the catalogue; of others what somebody typed.
    private static readonly ImmutableHashSet<string> OfCatalogue =
    [
        FaultCode.NotAtThisLevel, FaultCode.UnknownState, FaultCode.UnknownKind, FaultCode.KindTwice, FaultCode.UnknownDeclared,
        FaultCode.OverDenominator, RuleCode.Reversal,
    ];

    /// <summary>The sentence of a fault.</summary>
    public string Of(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var place = PlaceOf(fault.Pointer);
        return Messages.Format(language, "Fault." + fault.Code, [.. ArgumentsOf(fault, place)], ("field", Capital(FieldOf(place))));
    }

    // Within a report, of whichever number: the sentence stands beside it.
    private static string[] PlaceOf(string pointer)
    {
        var parts = pointer.Split('/')
            .Skip(1)
            .Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
            .ToArray();
        return parts is ["reports", _, .. var within] ? within is [] ? ["report"] : within : parts;
    }

    private string FieldOf(string[] place) => place switch
    {
        [] => Messages.Format(language, "Type.body", []),
        ["counts" or "statuses", var id, ..] => LabelOf(id) ?? id,
        ["declared", var id, ..] => Messages.Format(language, "Field.declared.of", [DeclaredOf(id)]),
        ["models", var number, ..] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) =>
            Messages.Format(language, "Field.models." + (place is [_, _, var member, ..] && Find(member) is not null ? member : "one"), [
                (index + 1).ToString(CultureInfo.InvariantCulture),
            ]),
        [var name, ..] => Messages.Find(language, "Field." + name) ?? name,
    };

    private string? Find(string member) => Messages.Find(language, "Field.models." + member);

    // What is declared of models has no indicator of its own.
    private string DeclaredOf(string id) => Messages.Find(language, "Declared." + id) ?? LabelOf(id) ?? id;

    private IEnumerable<string> ArgumentsOf(Fault fault, string[] place)
    {
        if (fault.Code == BodyFaultCode.WrongType)
            return fault.Arguments.Select(type => Messages.Format(language, "Type." + type, []));
        if (fault.Code == FaultCode.UnknownDeclared)
            return fault.Arguments.Select((argument, number) => number == 0 ? argument : DeclaredOf(argument));
        return OfCatalogue.Contains(fault.Code) ? fault.Arguments.Select(argument => NameOf(argument, place)) : fault.Arguments;
    }

    private string NameOf(string id, string[] place)
    {
        var state = place is ["statuses", var status, ..]
            && catalogue.Find(status) is { } indicator
            && indicator.StateOf(id) is >= 0 and var number
            ? Text(indicator.StateLabels[number])
            : null;
        return state
            ?? LabelOf(id)
            ?? catalogue.ModelKinds.Where(kind => kind.Id == id).Select(kind => Text(kind.Label)).FirstOrDefault()
            ?? catalogue.Levels.Where(level => level.Id == id).Select(level => Text(level.Label)).FirstOrDefault()
            ?? id;
    }

    private string? LabelOf(string id) => catalogue.Find(id) is { } indicator ? Text(indicator.Label) : null;

    private string Text(Label label) => language == Language.English ? label.En : label.Vi;

    private static string Capital(string text) =>
        text.Length == 0 ? text : string.Concat(char.ToUpper(text[0], CultureInfo.InvariantCulture).ToString(), text.AsSpan(1));
}
