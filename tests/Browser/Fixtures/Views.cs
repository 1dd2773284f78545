using Xunit;

namespace Aggregation.Tests.Browser.Fixtures;

/// <summary>The address of one page of every kind.</summary>
public static class Views
{
    public static TheoryData<string> All { get; } = ["/units/VN", "/units/03", "/units/S03-001", "/units/S03-001-00001", "/upload", "/guide", "/sign-in", "/nothing"];
}
