using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Units;

namespace Aggregation.Domain.Reports;

/// <summary>Judges reports as far as can be told without a unit's history. Pure; safe for concurrent use.</summary>
/// <param name="catalogue">What can be reported.</param>
public sealed class ReportValidator(IndicatorCatalogue catalogue)
{
    private const int MaxUntidyName = ModelName.MaxLength * 4;

    private readonly string[] kinds = [.. catalogue.ModelKinds.Select(kind => kind.Id)];
    private readonly string[] declarable = [.. catalogue.Declarable.Order(StringComparer.Ordinal)];

    /// <summary>Validates one report.</summary>
    /// <param name="input">The report as it was sent.</param>
    /// <param name="edition">The edition that takes reports.</param>
    /// <param name="today">Today in Asia/Ho_Chi_Minh.</param>
    /// <param name="faults">Takes everything that is wrong; pointers are relative to the report.</param>
    /// <returns>
    /// The report, also where something is wrong with it but it could be the repeat of one recorded earlier, under other
    /// rules; null where it could not.
    /// </returns>
    public Report? Validate(ReportInput input, Edition edition, DateOnly today, ICollection<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(faults);
        var level = CheckUnit(input.Unit, edition, faults);
        var key = CheckKey(input.IdempotencyKey, faults);
        var day = CheckDay(input, today, faults);
        var counts = CheckCounts(input.Counts, level, faults);
        var statuses = CheckStatuses(input.Statuses, level, faults);
        var models = CheckModels(input.Models, faults);
        var declared = CheckDeclared(input.Declared, faults);
        if (input.Note is not null && ReportText.FaultOfReadable(input.Note, ReportText.MaxNoteLength) is { } fault)
            faults.Add(fault.Under("/note"));
        var withdraws = CheckWithdrawal(input, faults);
        CheckConfirmed(input.Confirm, faults);
        if (key is null || day is null || models.IsDefault || withdraws.HasValue != input.Withdraws.HasValue)
            return null;

        var figures = new Figures { Counts = counts, Statuses = statuses, Models = models, Declared = declared, Note = input.Note };
        return new Report(key, day.Value, figures, withdraws) { Confirmed = input.Confirm.Count == 0 ? [] : [.. input.Confirm] };
    }

    private static int? CheckUnit(string? code, Edition edition, ICollection<Fault> faults)
    {
        if (code is null)
            faults.Add(Fault.At("/unit", FaultCode.MissingField));
        else if (edition.Find(code) is { } unit)
            return unit.Level;
        else
            faults.Add(Fault.At("/unit", FaultCode.UnknownUnit, code, edition.Name));
        return null;
    }

    private static string? CheckKey(string? key, ICollection<Fault> faults)
    {
        if (key is null)
        {
            faults.Add(Fault.At("/idempotencyKey", FaultCode.MissingField));
            return null;
        }

        if (ReportText.FaultOf(key, ReportText.MaxKeyLength) is not { } fault)
            return key;
        faults.Add(fault.Under("/idempotencyKey"));
        return null;
    }

    private static DateOnly? CheckDay(ReportInput input, DateOnly today, ICollection<Fault> faults)
    {
        if ((input.Day ?? ReadDay(input.EffectiveOn, faults)) is not { } day)
            return null;
        if (day < ReportDay.First)
            faults.Add(Fault.At("/effectiveOn", FaultCode.TooEarly, DayText.Format(day)));
        else if (day > today)
            faults.Add(Fault.At("/effectiveOn", FaultCode.InTheFuture, DayText.Format(day), DayText.Format(today)));
        return day;
    }

    private static DateOnly? ReadDay(string? text, ICollection<Fault> faults)
    {
        if (text is not null && DayText.TryParse(text, out var day))
            return day;
        faults.Add(text is null ? Fault.At("/effectiveOn", FaultCode.MissingField) : Fault.At("/effectiveOn", FaultCode.NotADay, text));
        return null;
    }

    private ImmutableArray<CountFigure> CheckCounts(IReadOnlyList<CountInput> inputs, int? level, ICollection<Fault> faults)
    {
        if (inputs.Count == 0)
            return [];
        var counts = new CountFigure[inputs.Count];
        for (var place = 0; place < counts.Length; place++)
        {
            var (name, value) = inputs[place];
            var indicator = Find(name, IndicatorType.Count, level, "/counts", faults);
            counts[place] = new CountFigure(indicator?.Id ?? name, CheckFigure(value, "/counts", name, faults));
        }

        return Sorted(counts);
    }

    private ImmutableArray<StatusFigure> CheckStatuses(IReadOnlyList<StatusInput> inputs, int? level, ICollection<Fault> faults)
    {
        if (inputs.Count == 0)
            return [];
        var statuses = new StatusFigure[inputs.Count];
        for (var place = 0; place < statuses.Length; place++)
        {
            var (name, state) = inputs[place];
            var indicator = Find(name, IndicatorType.Status, level, "/statuses", faults);
            var number = indicator?.StateOf(state) ?? -1;
            if (indicator is not null && number < 0)
                faults.Add(Fault.At(JsonPointer.Of("/statuses", name), FaultCode.UnknownState, [state, .. indicator.States]));
            statuses[place] = new StatusFigure(indicator?.Id ?? name, number < 0 ? state : indicator!.States[number]);
        }

        Array.Sort(statuses, static (one, other) => string.CompareOrdinal(one.Indicator, other.Indicator));
        return ImmutableCollectionsMarshal.AsImmutableArray(statuses);
    }

    private Indicator? Find(string name, IndicatorType type, int? level, string pointer, ICollection<Fault> faults)
    {
        var indicator = catalogue.Find(name);
        if (indicator is null || indicator.Type != type)
        {
            faults.Add(Fault.At(JsonPointer.Of(pointer, name), FaultCode.UnknownIndicator, name));
            return null;
        }

        if (level is { } number && !indicator.AppliesTo(number))
            faults.Add(Fault.At(JsonPointer.Of(pointer, name), FaultCode.NotAtThisLevel, name, catalogue.Levels[number].Id));
        return indicator;
    }

    private ImmutableArray<CountFigure> CheckDeclared(IReadOnlyList<CountInput> inputs, ICollection<Fault> faults)
    {
        if (inputs.Count == 0)
            return [];
        var declared = new CountFigure[inputs.Count];
        for (var place = 0; place < declared.Length; place++)
        {
            var (name, value) = inputs[place];
            if (!catalogue.Declarable.Contains(name))
                faults.Add(Fault.At(JsonPointer.Of("/declared", name), FaultCode.UnknownDeclared, [name, .. declarable]));
            declared[place] = new CountFigure(name, CheckFigure(value, "/declared", name, faults));
        }

        return Sorted(declared);
    }

    // The default array when a model cannot be one of any report recorded.
    private ImmutableArray<ModelFigure> CheckModels(IReadOnlyList<ModelInput> inputs, ICollection<Fault> faults)
    {
        if (inputs.Count == 0)
            return [];
        if (inputs.Count > catalogue.ModelLimits.PerReport)
            faults.Add(Fault.At("/models", FaultCode.TooManyModels, Text(inputs.Count), Text(catalogue.ModelLimits.PerReport)));
        var models = new ModelFigure[inputs.Count];
        var names = new Dictionary<string, string>(inputs.Count, StringComparer.Ordinal);
        var complete = true;
        for (var place = 0; place < models.Length; place++)
        {
            if (CheckModel(inputs[place], place, faults) is not { } model)
                complete = false;
            else if (names.TryAdd(model.NormalName, model.Name))
                models[place] = model;
            else
            {
                faults.Add(Fault.At(Model(place, "/name"), FaultCode.ModelTwice, model.Name, names[model.NormalName]));
                complete = false;
            }
        }

        if (!complete)
            return default;
        Array.Sort(models, static (one, other) => string.CompareOrdinal(one.NormalName, other.NormalName));
        return ImmutableCollectionsMarshal.AsImmutableArray(models);
    }

    private ModelFigure? CheckModel(ModelInput input, int place, ICollection<Fault> faults)
    {
        var name = CheckName(input.Name, place, faults);
        var ofKinds = CheckKinds(input.Kinds, place, faults);
        var sites = CheckModelFigure(input.Sites, "/sites", place, faults);
        var groups = input.Groups is null ? 0 : CheckModelFigure(input.Groups, "/groups", place, faults);
        if (name is null || ofKinds.IsDefault)
            return null;

        var model = new ModelFigure(name, ofKinds, sites, groups);
        if (model.NormalName.Length > 0)
            return model;
        faults.Add(Fault.At(Model(place, "/name"), FaultCode.Empty));
        return null;
    }

    private static string? CheckName(string? text, int place, ICollection<Fault> faults)
    {
        if (text is null)
        {
            faults.Add(Fault.At(Model(place, "/name"), FaultCode.MissingField));
            return null;
        }

        // White space at the ends and in runs is tidied away before the length counts.
        var trimmed = text.Trim();
        var name = "";
        var fault = ReportText.FaultOf(trimmed, MaxUntidyName)
            ?? ReportText.FaultOfReadable(name = Spelling.Of(trimmed), ModelName.MaxLength);
        if (fault is null)
            return name;
        faults.Add(fault.Under(Model(place, "/name")));
        return null;
    }

    private static long CheckModelFigure(WholeNumber? figure, string field, int place, ICollection<Fault> faults)
    {
        if (figure is null)
            faults.Add(Fault.At(Model(place, field), FaultCode.MissingField));
        else if (figure.Value.Value is < 0 or > ReportForm.MaxFigure)
            faults.Add(Fault.At(Model(place, field), FaultCode.OutOfRange, figure.Value.ToString()));
        return figure?.Value ?? 0;
    }

    private static string Model(int place, string field) => JsonPointer.Of("/models", place) + field;

    // The default array when a kind stands twice, which no report recorded has.
    private ImmutableArray<string> CheckKinds(IReadOnlyList<string> inputs, int model, ICollection<Fault> faults)
    {
        if (inputs.Count == 0)
            return [];
        var numbers = new List<int>(inputs.Count);
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        var twice = false;
        for (var place = 0; place < inputs.Count; place++)
        {
            var number = catalogue.ModelKindOf(inputs[place]);
            var isNew = number < 0 ? unknown.Add(inputs[place]) : !numbers.Contains(number);
            if (number < 0)
                faults.Add(Fault.At(JsonPointer.Of(Model(model, "/kinds"), place), FaultCode.UnknownKind, [inputs[place], .. kinds]));
            else if (isNew)
                numbers.Add(number);
            if (isNew)
                continue;
            faults.Add(Fault.At(JsonPointer.Of(Model(model, "/kinds"), place), FaultCode.KindTwice, inputs[place]));
            twice = true;
        }

        numbers.Sort();
        return twice ? default : [.. numbers.Select(number => catalogue.ModelKinds[number].Id), .. unknown];
    }

    private static int? CheckWithdrawal(ReportInput input, ICollection<Fault> faults)
    {
        if (input.Withdraws is not { } sequence)
        {
            if (!input.StatesFigures)
                faults.Add(Fault.At("", FaultCode.NoFigure));
            return null;
        }

        if (input.StatesFigures)
            faults.Add(Fault.At("", FaultCode.WithdrawalWithFigures));
        if (sequence.Value is >= 1 and <= int.MaxValue)
            return (int)sequence.Value;
        faults.Add(Fault.At("/withdraws", FaultCode.NothingToWithdraw, sequence.ToString()));
        return null;
    }

    private static void CheckConfirmed(IReadOnlyList<string> codes, ICollection<Fault> faults)
    {
        for (var place = 0; place < codes.Count; place++)
        {
            if (!RuleCode.All.Contains(codes[place], StringComparer.Ordinal))
                faults.Add(Fault.At(JsonPointer.Of("/confirm", place), FaultCode.UnknownRule, [codes[place], .. RuleCode.All]));
        }
    }

    private static long CheckFigure(WholeNumber figure, string pointer, string name, ICollection<Fault> faults)
    {
        if (figure.Value is < 0 or > ReportForm.MaxFigure)
            faults.Add(Fault.At(JsonPointer.Of(pointer, name), FaultCode.OutOfRange, figure.ToString()));
        return figure.Value;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ImmutableArray<CountFigure> Sorted(CountFigure[] counts)
    {
        Array.Sort(counts, static (one, other) => string.CompareOrdinal(one.Indicator, other.Indicator));
        return ImmutableCollectionsMarshal.AsImmutableArray(counts);
    }
}
