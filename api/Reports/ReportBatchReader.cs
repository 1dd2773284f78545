using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Api.Http;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;

namespace Aggregation.Api.Reports;

/// <summary>Reads the body of <c>POST /reports</c>. Safe for concurrent use.</summary>
/// <param name="catalogue">The catalogue, whose names are the likely ones.</param>
internal sealed class ReportBatchReader(IndicatorCatalogue catalogue)
{
    private static readonly FieldNames BatchFields = new("reports", "edition");
    private static readonly FieldNames ReportFields =
        new("unit", "idempotencyKey", "effectiveOn", "counts", "statuses", "models", "declared", "note", "withdraws", "confirm");

    private static readonly FieldNames ModelFields = new("name", "kinds", "sites", "groups");

    private static readonly (int Field, string Name)[] ReportRequired = [(0, "unit"), (1, "idempotencyKey"), (2, "effectiveOn")];
    private static readonly (int Field, string Name)[] ModelRequired = [(0, "name"), (2, "sites")];

    private readonly KnownNames names =
        new(catalogue.Indicators.Select(indicator => indicator.Id).Union(catalogue.Declarable, StringComparer.Ordinal));
    private readonly KnownNames states = new(catalogue.Statuses.SelectMany(status => status.States).Distinct(StringComparer.Ordinal));
    private readonly KnownNames kinds = new(catalogue.ModelKinds.Select(kind => kind.Id));
    private readonly KnownNames rules = new(RuleCode.All);

    /// <summary>Reads a batch.</summary>
    /// <param name="body">The body.</param>
    /// <param name="faults">Takes everything that is not of the contract's shape.</param>
    public ReportBatchInput Read(ReadOnlySpan<byte> body, List<Fault> faults)
    {
        var batch = new ReportBatchInput();
        StrictJson.ReadBody(body, faults, (ref StrictJson json) => ReadBatch(ref json, batch));
        return batch;
    }

    private void ReadBatch(ref StrictJson json, ReportBatchInput batch)
    {
        if (!json.TryEnterObject(out var scope))
            return;
        var seen = 0;
        while (json.TryNextField(scope, BatchFields, ref seen, out var field))
        {
            if (field == 1)
                batch.Edition = json.ReadString();
            else if (!TryReadReports(ref json, batch))
                return;
        }

        if ((seen & 1) == 0)
            json.AddMissing("reports");
    }

    private bool TryReadReports(ref StrictJson json, ReportBatchInput batch)
    {
        if (!json.TryEnterArray(out var scope))
            return true;
        var index = -1;
        while (json.TryNextItem(scope, ref index))
        {
            var report = new ReportInput();
            batch.Reports.Add(report);
            if (batch.Reports.Count > ReportBatchInput.MaxReports)
                return false;
            ReadReport(ref json, report);
        }

        if (batch.Reports.Count == 0)
            json.Add(BodyFaultCode.EmptyList);
        return true;
    }

    private void ReadReport(ref StrictJson json, ReportInput report)
    {
        if (!json.TryEnterObject(out var scope))
            return;
        var seen = 0;
        while (json.TryNextField(scope, ReportFields, ref seen, out var field))
        {
            switch (field)
            {
                case 0: report.Unit = json.ReadString(); break;
                case 1: report.IdempotencyKey = json.ReadString(); break;
                case 2: report.EffectiveOn = json.ReadString(); break;
                case 3: report.Counts = ReadCounts(ref json); break;
                case 4: report.Statuses = ReadStatuses(ref json); break;
                case 5: report.Models = ReadModels(ref json); break;
                case 6: report.Declared = ReadCounts(ref json); break;
                case 7: report.Note = json.ReadString(); break;
                case 8: report.Withdraws = json.ReadWholeNumber(); break;
                default: report.Confirm = ReadTexts(ref json, rules); break;
            }
        }

        AddMissing(ref json, ReportRequired, seen);
    }

    private static void AddMissing(ref StrictJson json, (int Field, string Name)[] required, int seen)
    {
        foreach (var (field, name) in required)
        {
            if ((seen & (1 << field)) == 0)
                json.AddMissing(name);
        }
    }

    private List<CountInput> ReadCounts(ref StrictJson json)
    {
        var counts = new List<CountInput>();
        if (!json.TryEnterObject(out var scope))
            return counts;
        var seen = default(SeenNames);
        while (json.TryNextName(scope, names, ref seen, out var name))
        {
            if (json.ReadWholeNumber() is { } value)
                counts.Add(new CountInput(name, value));
        }

        return counts;
    }

    private List<StatusInput> ReadStatuses(ref StrictJson json)
    {
        var statuses = new List<StatusInput>();
        if (!json.TryEnterObject(out var scope))
            return statuses;
        var seen = default(SeenNames);
        while (json.TryNextName(scope, names, ref seen, out var name))
        {
            if (json.ReadString(states) is { } state)
                statuses.Add(new StatusInput(name, state));
        }

        return statuses;
    }

    private List<ModelInput> ReadModels(ref StrictJson json)
    {
        var models = new List<ModelInput>();
        if (!json.TryEnterArray(out var scope))
            return models;
        var index = -1;
        while (json.TryNextItem(scope, ref index))
        {
            var model = new ModelInput();
            models.Add(model);
            ReadModel(ref json, model);
        }

        return models;
    }

    private void ReadModel(ref StrictJson json, ModelInput model)
    {
        if (!json.TryEnterObject(out var scope))
            return;
        var seen = 0;
        while (json.TryNextField(scope, ModelFields, ref seen, out var field))
        {
            switch (field)
            {
                case 0: model.Name = json.ReadString(); break;
                case 1: model.Kinds = ReadTexts(ref json, kinds); break;
                case 2: model.Sites = json.ReadWholeNumber(); break;
                default: model.Groups = json.ReadWholeNumber(); break;
            }
        }

        AddMissing(ref json, ModelRequired, seen);
    }

    private static List<string> ReadTexts(ref StrictJson json, KnownNames known)
    {
        var read = new List<string>();
        if (!json.TryEnterArray(out var scope))
            return read;
        var index = -1;
        while (json.TryNextItem(scope, ref index))
        {
            if (json.ReadString(known) is { } text)
                read.Add(text);
        }

        return read;
    }
}
