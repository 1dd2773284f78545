using System.Linq;
using Aggregation.Contracts;

namespace Aggregation.Commands.Doctoring;

/// <summary>Why a silo could not say something.</summary>
internal static class Reasons
{
    /// <summary>Its sentence about a probe; empty where the probe was answered.</summary>
    public static string ReasonOf(this Diagnosis diagnosis, string probe) =>
        diagnosis.Unanswered.FirstOrDefault(one => one.Probe == probe)?.Reason ?? "";
}
