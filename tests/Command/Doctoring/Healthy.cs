using System;
using System.Linq;
using Aggregation.Commands.Doctoring;
using Aggregation.Contracts;

namespace Aggregation.Tests.Command.Doctoring;

/// <summary>A cluster in which nothing is wrong, to be spoilt one thing at a time.</summary>
internal static class Healthy
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    public static Diagnosis Diagnosis { get; } = new()
    {
        Edition = "2023",
        TakenAt = Now,
        Version = typeof(Check).Assembly.GetName().Version!.ToString(3),
        Engine = "Microsoft Orleans",
        Ready = true,
        Demonstration = false,
        Ledger = new LedgerDiagnosis
        {
            Provider = "postgres",
            Place = "PostgreSQL, db:5432/aggregation",
            Failure = null,
            ReadMilliseconds = 0.4,
            CommitMilliseconds = 2.1,
            ClockAheadMilliseconds = -3,
            SizeBytes = 1L << 30,
            FreeBytes = 100L << 30,
            DiskBytes = 200L << 30,
            Schema = [new SchemaVersion("postgres", 7, 7), new SchemaVersion("orleans", 3, 3)],
        },
        Silos = [Silo("10.0.0.1"), Silo("10.0.0.2"), Silo("10.0.0.3")],
        RowsBehind = 0,
        Provinces = [new AreaReporting(
            "01",
            "Thành phố Hà Nội",
            Now.AddDays(-1)), new AreaReporting("02", "Tỉnh Hà Giang", Now.AddDays(-29))],
        ExpiringKeys = [],
        Unanswered = [],
    };

    public static SiloMember Silo(string address, string status = "active", int secondsSilent = 2) =>
        new(address + ":11111", status, Now.AddDays(-3), Now.AddSeconds(-secondsSilent));

    public static TimedDiagnosis Timed(Diagnosis diagnosis) => new(diagnosis, Now.AddMilliseconds(-5), TimeSpan.FromMilliseconds(10));

    /// <summary>Everything that the doctor says of a diagnosis.</summary>
    public static Check[] Examine(TimedDiagnosis found, int silos = 3) =>
        [.. SiloChecks.Of(found, silos), .. LedgerChecks.Of(found.Diagnosis), .. ReportingChecks.Of(found.Diagnosis, 30)];

    /// <summary>The one check that is not as it should be.</summary>
    public static Check Fault(Diagnosis diagnosis, int silos = 3) =>
        Examine(Timed(diagnosis), silos).Single(check => check.State != CheckState.Ok);
}
