using System;
using System.Text;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;

namespace Aggregation.Silo.Hosting;

/// <summary>
/// Whether this process can compare Vietnamese names. In the runtime's invariant mode, which small images choose, composing letters does
/// nothing, and one name in two spellings would be counted as two.
/// </summary>
internal static class GlobalizationCheck
{
    // Composed, decomposed, with the tone mark elsewhere, and in capitals.
    private static readonly string[] Spellings = ["hòa giải", "ho\u0300a gia\u0309i", "hoà giải", "HO\u00C0 GIẢI"];

    /// <summary>Compares names that are one.</summary>
    /// <exception cref="StartUpException">They are not the same to this process.</exception>
    public static void Ensure()
    {
        foreach (var spelling in Spellings)
        {
            if (ModelName.Normalize(spelling) != ModelName.Normalize(Spellings[0])
                || !spelling.Normalize(NormalizationForm.FormD).Contains('\u0309', StringComparison.Ordinal))
            {
                throw new StartUpException(
                    "This process knows no Unicode but ASCII (DOTNET_SYSTEM_GLOBALIZATION_INVARIANT, InvariantGlobalization), and would "
                        + "count one Vietnamese name as several; install ICU (libicu or icu-libs) and unset that variable.");
            }
        }
    }
}
