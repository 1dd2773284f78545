using Xunit;

namespace Aggregation.Tests.Browser.Fixtures;

/// <summary>The address of one page of every kind.</summary>
public static class Views
{
    public static TheoryData<string> All { get; } =
    [
        "/units/VN",
        "/units/04",
        "/units/S04-001",
        "/units/S04-001-00001",
        "/units/VN/history",
        "/units/VN/compare",
        "/units/04/models",
        "/units/VN/silent",
        "/units/04/print",
        "/upload",
        "/guide",
        "/sign-in",
        "/wall",
        "/nothing",
    ];
}
