using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Aggregation.Contracts;

namespace Aggregation.Commands.Doctoring;

/// <summary>Checks of the silo that answered and of those it belongs to.</summary>
internal static class SiloChecks
{
    private const string Active = "active";
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    /// <summary>Checks a diagnosis.</summary>
    /// <param name="found">What the silo said.</param>
    /// <param name="wanted">How many silos there must be; 0 where that is not known.</param>
    public static IEnumerable<Check> Of(TimedDiagnosis found, int wanted)
    {
        var diagnosis = found.Diagnosis;
        yield return Check.Ok("reachable", Words.Get("Doctor.Reachable", (int)found.Took.TotalMilliseconds));
        yield return Check.Of("version", IsOfThisRelease(diagnosis.Version)
            ? CheckState.Ok
            : CheckState.Warning, Words.Get("Doctor.Version", Plain(diagnosis.Version), diagnosis.Engine, diagnosis.Edition, Plain(Own)));
        yield return Check.Of("ready", diagnosis.Ready
            ? CheckState.Ok
            : CheckState.Warning, Words.Get(diagnosis.Ready ? "Doctor.Ready" : "Doctor.Warming"));
        yield return Check.Of("clock", Clocks.StateOf(found.ClockAhead), Words.Get("Doctor.Clock", found.ClockAhead.TotalSeconds));
        yield return Silos(diagnosis, wanted);
        yield return Check.Of("demonstration", diagnosis.Demonstration
            ? CheckState.Warning
            : CheckState.Ok, Words.Get(diagnosis.Demonstration ? "Doctor.Demonstration" : "Doctor.NoDemonstration"));
    }

    private static string Own =>
        typeof(SiloChecks).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    // Patches go together; what the silo says may be new to a command of another release.
    private static bool IsOfThisRelease(string version) => Release(version) == Release(Own);

    private static string Release(string version) => string.Join('.', Plain(version).Split('.').Take(2));

    private static string Plain(string version) => version.Split('+')[0];

    private static Check Silos(Diagnosis diagnosis, int wanted)
    {
        if (diagnosis.Silos is not { } silos)
            return Check.Of("silos", CheckState.Wrong, diagnosis.ReasonOf("silos"));
        var active = silos.Where(silo => silo.Status == Active).ToList();
        var quiet = active.Where(silo => diagnosis.TakenAt - silo.AliveAt > Silence).Select(silo => silo.Address).ToList();
        var lost = silos.Where(silo => silo.Status == "dead"
            && diagnosis.TakenAt - silo.AliveAt < Lately
            && active.All(other => other.Address != silo.Address)).Select(silo => silo.Address).Distinct(StringComparer.Ordinal).ToList();
        if (active.Count < wanted)
            return Check.Of("silos", CheckState.Wrong, Words.Get("Doctor.TooFewSilos", active.Count, wanted));
        if (quiet.Count > 0)
            return Check.Of("silos", CheckState.Warning, Words.Get("Doctor.QuietSilos", Lists.Few(quiet)));
        // With a number to hold them to, it does not matter which silos make it up.
        if (lost.Count > 0 && wanted == 0)
            return Check.Of("silos", CheckState.Warning, Words.Get("Doctor.LostSilos", active.Count, Lists.Few(lost)));
        return Check.Ok("silos", Words.Get("Doctor.Silos", active.Count, Lists.Few([.. active.Select(silo => silo.Address)])));
    }
}
