using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Verification;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Telemetry;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Api.Access;
using Xunit;

namespace Aggregation.Tests.Api.Verification;

public sealed class LastVerificationsTests
{
    private readonly ManualTime time = new(new DateTimeOffset(2017, 2, 20, 0, 0, 0, TimeSpan.Zero));
    private readonly MemoryActStore acts = new();

    [Fact]
    public async Task After_a_start_telemetry_is_told_what_the_last_ones_found_however_much_was_done_since()
    {
        await RecordAsync(500, ActName.VerifiedDeeply, ("differences", 0), ("faults", 7));
        await RecordAsync(170, ActName.VerifiedDeeply, ("differences", 0), ("faults", 3));
        await RecordAsync(10, ActName.Verified, ("differences", 2));
        await RecordAsync(9, ActName.Verified);
        for (var other = 0; other < 2_500; other++)
            await RecordAsync(1, ActName.KeyMade);

        var told = await TellAsync();

        Assert.Equal((time.GetUtcNow() - TimeSpan.FromHours(10)).ToUnixTimeSeconds(), told["aggregation.verification.last_run"]);
        Assert.Equal(2, told["aggregation.verification.differences"]);
        Assert.Equal((time.GetUtcNow() - TimeSpan.FromHours(170)).ToUnixTimeSeconds(), told["aggregation.verification.deep.last_run"]);
        Assert.Equal(3, told["aggregation.verification.faults"]);
    }

    [Fact]
    public async Task What_is_older_than_a_month_is_not_told()
    {
        await RecordAsync(32 * 24, ActName.VerifiedDeeply, ("differences", 2), ("faults", 3));
        Assert.Empty(await TellAsync());
    }

    private Task RecordAsync(int hoursAgo, string act, params (string Name, long Value)[] figures) => acts.RecordAsync(
        new AdministrativeAct
        {
            At = time.GetUtcNow() - TimeSpan.FromHours(hoursAgo),
            Act = act,
            Edition = "2023",
            Unit = "VN",
            Figures = figures.ToImmutableSortedDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal),
        },
        CancellationToken.None);

    // The meter is everybody's; what is told here is told on this thread.
    private async Task<Dictionary<string, double>> TellAsync()
    {
        var told = new Dictionary<string, double>(StringComparer.Ordinal);
        var thread = Environment.CurrentManagedThreadId;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == Instrumentation.Name
                && instrument.Name.StartsWith("aggregation.verification.", StringComparison.Ordinal))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Add(instrument, value));
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Add(instrument, value));
        listener.Start();
        await new LastVerifications(acts, time).TellAsync(CancellationToken.None);
        return told;

        void Add(Instrument instrument, double value)
        {
            if (Environment.CurrentManagedThreadId == thread)
                told.Add(instrument.Name, value);
        }
    }
}
