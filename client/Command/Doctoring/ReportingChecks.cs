using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Commands.Output;
using Aggregation.Contracts;

namespace Aggregation.Commands.Doctoring;

/// <summary>Checks of what has been reported and by whom.</summary>
internal static class ReportingChecks
{
    /// <summary>Checks a diagnosis.</summary>
    /// <param name="diagnosis">What the silo said.</param>
    /// <param name="silentDays">After how many days without a report a province is silent.</param>
    public static IEnumerable<Check> Of(Diagnosis diagnosis, int silentDays)
    {
        if (diagnosis.Provinces is not { } provinces)
        {
            yield return Check.Of("roll-ups", CheckState.Wrong, diagnosis.ReasonOf("roll-ups"));
        }
        else
        {
            yield return Check.Of(
                "roll-ups",
                diagnosis.RowsBehind is > 0 ? CheckState.Warning : CheckState.Ok,
                diagnosis.RowsBehind is { } rows ? Words.Get("Doctor.RowsBehind", Figure.Of(rows)) : Words.Get("Doctor.RowsBehindUnknown"));
            yield return Silent(provinces, diagnosis.TakenAt, silentDays);
        }

        var expiring = diagnosis.ExpiringKeys;
        yield return Check.Of(
            "keys",
            expiring.Count > 0 ? CheckState.Warning : CheckState.Ok,
            expiring.Count > 0 ? Words.Get("Doctor.ExpiringKeys", Lists.Few([.. expiring.Select(key =>
                $"{key.Id} ({key.Unit}, {Figure.Of(key.ExpiresOn)})")])) : Words.Get("Doctor.NoExpiringKeys"));
    }

    private static Check Silent(IReadOnlyList<AreaReporting> provinces, DateTimeOffset now, int days)
    {
        var silent = provinces.Where(province => province.LastRecordedAt is not { } last || now - last > TimeSpan.FromDays(days))
            .Select(province => $"{province.Code} {province.Name}")
            .ToList();
        return silent.Count == 0
            ? Check.Ok("provinces", Words.Get("Doctor.NoSilentProvinces", provinces.Count, days))
            : Check.Of("provinces", CheckState.Warning, Words.Get(
                "Doctor.SilentProvinces",
                silent.Count,
                provinces.Count,
                days,
                Lists.Few(silent)));
    }
}
