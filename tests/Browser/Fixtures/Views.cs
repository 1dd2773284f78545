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
        "/units/04/compare",
        "/units/04/entry",
        "/units/04/history",
        "/units/04/models",
        "/units/04/print",
        "/units/04/reports",
        "/units/04/silent",
        "/upload",
        "/guide",
        "/sign-in",
        "/nothing",
    ];
}
