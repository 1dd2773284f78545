using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Accessibility;

/// <summary>Nothing but a keyboard.</summary>
public sealed class KeyboardTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const int MostSteps = 400;

    [BrowserFact]
    public async Task The_first_stop_leads_past_the_header_to_the_content()
    {
        await OpenAsync("/units/04");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [BrowserTheory]
    [MemberData(nameof(Views.All), MemberType = typeof(Views))]
    public async Task Every_control_is_a_stop_that_shows_and_can_be_left_again(string path)
    {
        await OpenAsync(path);
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle, new() { Timeout = 1_000 }).ContinueWith(_ => { }, TaskScheduler.Default);
        var controls = await Page.EvaluateAsync<int>("""
            () => {
                const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
                    .filter((control) => !control.disabled && control.tabIndex >= 0 && control.checkVisibility());
                controls.forEach((control, number) => control.dataset.control = number);
                return controls.length;
            }
            """);
        var reached = new HashSet<string>();
        var unseen = new List<string>();
        for (var step = 0; step < MostSteps; step++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var stop = await Page.EvaluateAsync<string?[]>("""
                () => {
                    const element = document.activeElement;
                    const shown = element.matches('input[type=file]') ? element.labels[0] : element;
                    const style = getComputedStyle(shown);
                    const isSeen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
                    return element === document.body ? [] : [element.dataset.control ?? null, isSeen ? null : element.outerHTML.slice(0, 200)];
                }
                """);
            if (stop.Length == 0)
                break;
            if (stop[0] is { } control)
                reached.Add(control);
            if (stop[1] is { } hidden)
                unseen.Add(hidden);
        }

        Assert.True(unseen.Count == 0, "Stops that do not show:\n" + string.Join('\n', unseen));
        Assert.Equal(Enumerable.Range(0, controls).Select(number => $"{number}").Except(reached), []);
        Assert.NotEmpty(reached);
    }
}
