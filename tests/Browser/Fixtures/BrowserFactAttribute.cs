using Xunit;

namespace Aggregation.Tests.Browser.Fixtures;

/// <summary>A test in a real browser.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}
