using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Aggregation.Domain.Catalogue;

namespace Aggregation.Domain.Reports;

/// <summary>
/// What a report must be to be recorded, whoever calls the unit: the rules of <see cref="ReportValidator"/>, held against a report that
/// has been read already. What the validator lets through has no fault here. Pure; safe for concurrent use.
/// </summary>
public static class ReportForm
{
    /// <summary>The most reports of one call.</summary>
    public const int MaxReports = 1_000;

    /// <summary>The greatest figure.</summary>
    public const long MaxFigure = 1_000_000_000;

    /// <summary>Refuses a call that no batch of the API can have made.</summary>
    /// <exception cref="ArgumentException">There are no reports or too many, or the reporter is no id of a key.</exception>
    public static void Ensure(UnitReports reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        if (reports.Reports.IsDefaultOrEmpty || reports.Reports.Length > MaxReports)
            throw new ArgumentException($"A unit takes 1 to {MaxReports} reports at once.", nameof(reports));
        if (reports.Reporter is null || ReportText.FaultOf(reports.Reporter, ReportText.MaxKeyLength) is not null)
            throw new ArgumentException($"The reporter is '{reports.Reporter}'; it must be the id of a key.", nameof(reports));
        if (reports.Related.IsDefault)
            throw new ArgumentException("Related figures may be none, but must be there.", nameof(reports));
        foreach (var report in reports.Reports)
        {
            if (report?.IdempotencyKey is null || report.Figures is null || !IsWhole(report.Figures) || report.Confirmed.IsDefault)
                throw new ArgumentException("A report lacks a part that every report has.", nameof(reports));
        }
    }

    /// <summary>What is wrong with a report of a unit of that level; mostly nothing.</summary>
    /// <param name="catalogue">What can be reported.</param>
    /// <param name="report">The report.</param>
    /// <param name="level">The unit's level.</param>
    /// <param name="today">Today in Asia/Ho_Chi_Minh.</param>
    public static ImmutableArray<Fault> FaultsOf(IndicatorCatalogue catalogue, Report report, int level, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(report);
        var fault = OfKey(report.IdempotencyKey)
            ?? OfDay(report.EffectiveOn, today)
            ?? OfContent(report)
            ?? OfNote(report.Figures.Note)
            ?? OfCounts(catalogue, report.Figures.Counts, level)
            ?? OfStatuses(catalogue, report.Figures.Statuses, level)
            ?? OfDeclared(catalogue, report.Figures.Declared)
            ?? OfModels(catalogue, report.Figures.Models);
        return fault is null ? [] : [fault];
    }

    private static bool IsWhole(Figures figures)
    {
        if (figures.Counts.IsDefault || figures.Statuses.IsDefault || figures.Declared.IsDefault || figures.Models.IsDefault)
            return false;
        return figures.Counts.All(figure => figure.Indicator is not null)
            && figures.Declared.All(figure => figure.Indicator is not null)
            && figures.Statuses.All(figure => figure is { Indicator: not null, State: not null })
            && figures.Models.All(model => model is { Name: not null, NormalName: not null, Kinds.IsDefault: false }
                && model.Kinds.All(kind => kind is not null));
    }

    private static Fault? OfKey(string key) => ReportText.FaultOf(key, ReportText.MaxKeyLength)?.Under("/idempotencyKey");

    private static Fault? OfDay(DateOnly day, DateOnly today)
    {
        if (day < ReportDay.First)
            return Fault.At("/effectiveOn", FaultCode.TooEarly, DayText.Format(day));
        return day > today ? Fault.At("/effectiveOn", FaultCode.InTheFuture, DayText.Format(day), DayText.Format(today)) : null;
    }

    private static Fault? OfContent(Report report)
    {
        if (report.Withdraws is null)
            return report.Figures.IsEmpty ? Fault.At("", FaultCode.NoFigure) : null;
        return report.Figures.IsEmpty ? null : Fault.At("", FaultCode.WithdrawalWithFigures);
    }

    private static Fault? OfNote(string? note) =>
        note is null ? null : ReportText.FaultOfReadable(note, ReportText.MaxNoteLength)?.Under("/note");

    private static Fault? OfCounts(IndicatorCatalogue catalogue, ImmutableArray<CountFigure> counts, int level)
    {
        for (var place = 0; place < counts.Length; place++)
        {
            var (name, value) = counts[place];
            var fault = OfIndicator(catalogue, name, IndicatorType.Count, level, "/counts")
                ?? OfFigure(value, JsonPointer.Of("/counts", name));
            if (fault is not null)
                return fault;
            if (place > 0 && string.CompareOrdinal(counts[place - 1].Indicator, name) >= 0)
                return Fault.At(JsonPointer.Of("/counts", name), FaultCode.UnknownIndicator, name);
        }

        return null;
    }

    private static Fault? OfStatuses(IndicatorCatalogue catalogue, ImmutableArray<StatusFigure> statuses, int level)
    {
        for (var place = 0; place < statuses.Length; place++)
        {
            var (name, state) = statuses[place];
            if (OfIndicator(catalogue, name, IndicatorType.Status, level, "/statuses") is { } fault)
                return fault;
            var indicator = catalogue.Find(name)!;
            if (indicator.StateOf(state) < 0)
                return Fault.At(JsonPointer.Of("/statuses", name), FaultCode.UnknownState, [state, .. indicator.States]);
            if (place > 0 && string.CompareOrdinal(statuses[place - 1].Indicator, name) >= 0)
                return Fault.At(JsonPointer.Of("/statuses", name), FaultCode.UnknownIndicator, name);
        }

        return null;
    }

    private static Fault? OfDeclared(IndicatorCatalogue catalogue, ImmutableArray<CountFigure> declared)
    {
        for (var place = 0; place < declared.Length; place++)
        {
            var (name, value) = declared[place];
            if (!catalogue.Declarable.Contains(name) || (place > 0 && string.CompareOrdinal(declared[place - 1].Indicator, name) >= 0))
                return Fault.At(
                    JsonPointer.Of("/declared", name),
                    FaultCode.UnknownDeclared,
                    [name, .. catalogue.Declarable.Order(StringComparer.Ordinal)]);
            if (OfFigure(value, JsonPointer.Of("/declared", name)) is { } fault)
                return fault;
        }

        return null;
    }

    private static Fault? OfModels(IndicatorCatalogue catalogue, ImmutableArray<ModelFigure> models)
    {
        for (var place = 0; place < models.Length; place++)
        {
            var model = models[place];
            var fault = OfName(model, place)
                ?? OfFigure(model.Sites, Model(place, "/sites"))
                ?? OfFigure(model.Groups, Model(place, "/groups"))
                ?? OfKinds(catalogue, model.Kinds, place);
            if (fault is not null)
                return fault;
            if (place > 0 && string.CompareOrdinal(models[place - 1].NormalName, model.NormalName) >= 0)
                return Fault.At(Model(place, "/name"), FaultCode.ModelTwice, model.Name, models[place - 1].Name);
        }

        return null;
    }

    // A normal form is computed, never believed.
    private static Fault? OfName(ModelFigure model, int place)
    {
        if (ReportText.FaultOfReadable(model.Name, ModelName.MaxLength) is { } fault)
            return fault.Under(Model(place, "/name"));
        return model.NormalName.Length > 0 && string.Equals(model.NormalName, ModelName.Normalize(model.Name), StringComparison.Ordinal)
            ? null
            : Fault.At(Model(place, "/name"), FaultCode.Empty);
    }

    private static Fault? OfKinds(IndicatorCatalogue catalogue, ImmutableArray<string> kinds, int model)
    {
        var last = -1;
        for (var place = 0; place < kinds.Length; place++)
        {
            var number = catalogue.ModelKindOf(kinds[place]);
            if (number < 0)
                return Fault.At(
                    JsonPointer.Of(Model(model, "/kinds"), place),
                    FaultCode.UnknownKind,
                    [kinds[place], .. catalogue.ModelKinds.Select(kind => kind.Id)]);
            if (number <= last)
                return Fault.At(JsonPointer.Of(Model(model, "/kinds"), place), FaultCode.KindTwice, kinds[place]);
            last = number;
        }

        return null;
    }

    private static Fault? OfIndicator(IndicatorCatalogue catalogue, string name, IndicatorType type, int level, string pointer)
    {
        if (catalogue.Find(name) is not { } indicator || indicator.Type != type)
            return Fault.At(JsonPointer.Of(pointer, name), FaultCode.UnknownIndicator, name);
        return indicator.AppliesTo(level)
            ? null
            : Fault.At(JsonPointer.Of(pointer, name), FaultCode.NotAtThisLevel, name, catalogue.Levels[level].Id);
    }

    private static Fault? OfFigure(long value, string pointer) =>
        value is < 0 or > MaxFigure ? Fault.At(pointer, FaultCode.OutOfRange, value.ToString(CultureInfo.InvariantCulture)) : null;

    private static string Model(int place, string field) => JsonPointer.Of("/models", place) + field;
}
