using Aggregation.Testing.Office;
using Xunit;

namespace Aggregation.Tests.Browser.Fixtures;

/// <summary>A test in a real browser, of a file that another program opens.</summary>
public sealed class OfficeFactAttribute : FactAttribute
{
    public OfficeFactAttribute() => Skip = Chromium.Missing ?? LibreOffice.Missing;
}
