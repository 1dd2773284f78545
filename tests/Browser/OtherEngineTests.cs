using Xunit;

namespace Aggregation.Tests.Browser;

public sealed class OtherEngineTests
{
    [Fact(Skip = "skipped, because the page is the same on every engine; it is tested on the default one")]
    public void The_page_is_the_same_on_every_engine()
    {
    }
}
