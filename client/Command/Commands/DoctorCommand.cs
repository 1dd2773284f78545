using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Doctoring;
using Aggregation.Commands.Output;

namespace Aggregation.Commands;

/// <summary><c>doctor</c>: what is wrong with a running system, and what to do.</summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Option<int> SilentAfter = Arguments.Number("--silent-after", "DAYS", 30, 1, 3_650);
    private static readonly Option<int> Silos = Arguments.Number("--silos", "NUMBER", 0, 0, 1_000);
    private static readonly Option<string?> Backups = Arguments.Text("--backups", "FOLDER");
    private static readonly Option<bool> Verify = Arguments.Flag("--verify");

    public static Command Build()
    {
        var command = new Command("doctor", Words.Get("Command.doctor")) { SilentAfter, Silos, Backups, Verify };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var checks = new List<Check>();
        var found = await AskAsync(run, checks);
        if (await CertificateCheck.RunAsync(run.Address, run.Stop) is { } certificate)
            checks.Insert(0, certificate);
        if (found is not null)
        {
            checks.AddRange(SiloChecks.Of(found, run.Value(Silos)));
            checks.AddRange(LedgerChecks.Of(found.Diagnosis));
            checks.AddRange(ReportingChecks.Of(found.Diagnosis, run.Value(SilentAfter)));
        }

        if (run.Value(Backups) is { } folder)
            checks.Add(BackupCheck.Run(folder));
        if (found is not null && run.Value(Verify))
            checks.Add(await VerifyAsync(run));
        var worst = checks.Max(check => check.State);
        Print(run, new Examination(worst, checks, found?.Diagnosis));
        return CodeOf(worst, isReached: found is not null);
    }

    private static async Task<TimedDiagnosis?> AskAsync(CommandRun run, List<Check> checks)
    {
        run.Attempts = 1;
        run.Timeout = Patience;
        var (askedAt, started) = (DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());
        try
        {
            var diagnosis = await run.Client.DiagnoseAsync(run.Stop);
            return new TimedDiagnosis(diagnosis, askedAt, Stopwatch.GetElapsedTime(started));
        }
        catch (AggregationUnreachableException exception)
        {
            checks.Add(Check.Of(
                "reachable",
                CheckState.Wrong,
                Words.Get("Unreachable", exception.Url, exception.GetBaseException().Message)));
            return null;
        }
    }

    private static async Task<Check> VerifyAsync(CommandRun run)
    {
        try
        {
            run.WaitLong();
            var verification = await run.Client.VerifyAsync(run.Stop);
            return Check.Of(
                "verify",
                verification.IsClean ? CheckState.Ok : CheckState.Wrong,
                Words.Get("Verified", Figure.Of(
                    verification.UnitsChecked), Figure.Of(verification.Position), Figure.Of(verification.Differences.Length)));
        }
        catch (Exception exception) when (exception is AggregationUnreachableException or AggregationProblemException)
        {
            return Check.Of("verify", CheckState.Wrong, exception.GetBaseException().Message);
        }
    }

    private static int CodeOf(CheckState worst, bool isReached) => worst switch
    {
        _ when !isReached => ExitCode.Unreachable,
        CheckState.Wrong => ExitCode.Refused,
        CheckState.Warning => ExitCode.Warned,
        _ => ExitCode.Ok,
    };

    private static void Print(CommandRun run, Examination examination)
    {
        if (run.IsJson)
        {
            run.Printer.Json(examination, DoctorJson.Written.Examination);
            return;
        }

        foreach (var check in examination.Checks)
        {
            var style = check.State switch { CheckState.Ok => "green", CheckState.Warning => "yellow", _ => "bold red" };
            run.Printer.Line(
                Words.Get("Doctor.Line", Words.Get("Doctor.State." + check.State), Words.Get("Doctor.Name." + check.Name), check.Finding),
                style);
            if (check.Advice is { } advice)
                run.Printer.Line(Words.Get("Doctor.AdviceLine", advice));
        }
    }
}
