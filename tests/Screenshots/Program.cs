using System;
using Aggregation.Screenshots;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;

// Takes the pictures of the README and of the clerk's guide anew: dotnet run --project tests/Screenshots
try
{
    using var playwright = await Playwright.CreateAsync();
    await using var browser = await Chromium.LaunchAsync(playwright);
    using var folder = new TemporaryFolder();
    await using var silo = await SiloProcess.StartAsync(folder.File("demonstration.db"), ("demo", "true"));
    await SampleFigures.ReportAsync(silo.Http);

    var camera = new Camera(browser, silo.Url);
    await ReadmePictures.TakeAsync(camera);
    // Last: here a province reports, and what the nation shows is no longer what the article says.
    await GuidePictures.TakeAsync(camera, silo.Http);
    return 0;
}
catch (Exception exception) when (exception is InvalidOperationException or PlaywrightException or TimeoutException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
