using Xunit;

namespace Aggregation.Testing.Office;

/// <summary>A test on files that LibreOffice writes.</summary>
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() => Skip = LibreOffice.Missing;
}
