using Aggregation.Contracts;

namespace Aggregation.Files;

/// <summary>Who may stand in a file and what can be reported: a silo has it in memory, a client asks for it.</summary>
public interface IReportingArea
{
    /// <summary>What can be reported.</summary>
    PublishedCatalogue Catalogue { get; }

    /// <summary>The unit of that code in the edition that takes reports; null when there is none.</summary>
    RegistryUnit? FindUnit(string code);
}
