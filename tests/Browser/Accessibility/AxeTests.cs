using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Accessibility;

public sealed class AxeTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserTheory]
    [MemberData(nameof(Views.All), MemberType = typeof(Views))]
    public async Task No_view_breaks_a_rule_in_either_language_and_theme(string path)
    {
        // A colour that fades is no colour to judge.
        await Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await OpenAsync(path);
        await Page.WaitForLoadStateAsync(LoadState.Load);
        var violations = new List<string>();
        foreach (var language in (string[])["vi", "en"])
        {
            foreach (var theme in (string[])["light", "dark"])
            {
                await Page.Locator("select").First.SelectOptionAsync(theme);
                violations.AddRange((await Axe.FindViolationsAsync(Page)).Select(violation => $"{language}, {theme}: {violation}"));
            }

            await Page.Locator("header").GetByRole(AriaRole.Button).First.ClickAsync();
        }

        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }
}
