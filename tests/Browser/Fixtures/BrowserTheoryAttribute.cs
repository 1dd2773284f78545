using Xunit;

namespace Aggregation.Tests.Browser.Fixtures;

/// <summary>Tests in a real browser.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}
