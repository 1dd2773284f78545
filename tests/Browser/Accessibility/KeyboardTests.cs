using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Accessibility;

/// <summary>Nothing but a keyboard.</summary>
public sealed class KeyboardTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const int MostSteps = 400;

    // How a control and what belongs to it look: where the focus is, that must be another look than where it is not.
    private const string Helpers = """
        window.lookOf = (control) => [control, ...(control.labels ?? []), ...control.querySelectorAll('*')]
            .map((part) => getComputedStyle(part))
            .map((style) => [style.outlineStyle, style.outlineWidth, style.boxShadow, style.stroke, style.strokeWidth, style.fill, style.backgroundColor, style.borderColor].join())
            .join(';');
        window.controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
            .filter((control) => !control.disabled && control.tabIndex >= 0 && control.checkVisibility());
        window.atRest = window.controls.map(window.lookOf);
        window.unreached = new Set(window.controls);
        window.unseen = new Set(window.controls);
        """;

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
        await Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await OpenAsync(path);
        await Page.EvaluateAsync(Helpers);
        var steps = 0;
        do
            await Page.Keyboard.PressAsync("Tab");
        while (await NoteStopAsync() && ++steps < MostSteps);

        Assert.InRange(steps, 1, MostSteps - 1);
        Assert.Empty(await DescribeAsync("unreached"));
        Assert.Empty(await DescribeAsync("unseen"));
    }

    // False at the end of the page.
    private Task<bool> NoteStopAsync() => Page.EvaluateAsync<bool>("""
        () => {
            const stop = document.activeElement;
            if (window.unreached.has(stop) || window.unseen.has(stop)) {
                window.unreached.delete(stop);
                if (window.lookOf(stop) !== window.atRest[window.controls.indexOf(stop)]) window.unseen.delete(stop);
            }

            return stop !== document.body;
        }
        """);

    // What came or went meanwhile, as the page filled, is none of the keyboard's business.
    private Task<string[]> DescribeAsync(string set) =>
        Page.EvaluateAsync<string[]>(
            $"[...window.{set}].filter((control) => control.isConnected && control.checkVisibility()).map((control) => "
                + "control.outerHTML.slice(0, 200))");
}
