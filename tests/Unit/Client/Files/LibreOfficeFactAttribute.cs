using Xunit;

namespace Aggregation.Tests.Client.Files;

/// <summary>A test on files that LibreOffice writes.</summary>
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() => Skip = LibreOffice.Missing;
}
