using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Fixtures;

/// <summary>
/// What goes wrong in the pages of a browser: errors on the console, which breaches of the Content-Security-Policy are, too; exceptions
/// that nobody caught; requests to another host.
/// </summary>
public sealed class PageFaults
{
    private readonly ConcurrentQueue<string> found = [];
    // An address without a page is answered with 404, which the browser writes down.
    private readonly List<string> expected = ["/nothing:0:0"];

    public PageFaults(IBrowserContext context)
    {
        context.Console += (_, message) => Note(message.Type == "error", $"console: {message.Text} ({message.Location})");
        context.WebError += (_, error) => found.Enqueue($"exception: {error.Error}");
        context.Request += (_, request) => Note(!IsOwn(new Uri(request.Url)), $"request: {request.Url}");
    }

    /// <summary>Where the page comes from.</summary>
    public Uri? Origin { get; set; }

    /// <summary>Says that errors with a text in them belong to the test, such as those of a silo that is gone.</summary>
    public void Expect(string text) => expected.Add(text);

    public void AssertNone()
    {
        var faults = found.Where(fault => !expected.Exists(text => fault.Contains(text, StringComparison.Ordinal))).ToArray();
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    private void Note(bool isFault, string text)
    {
        if (isFault)
            found.Enqueue(text);
    }

    // What is made in the page itself leaves for nowhere.
    private bool IsOwn(Uri address) =>
        address.Scheme is "data" or "blob"
            || Uri.Compare(address, Origin, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.Ordinal) == 0;
}
