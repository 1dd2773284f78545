using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>A test on files that LibreOffice writes.</summary>
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() => Skip = LibreOffice.Missing;
}
