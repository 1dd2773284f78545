using System;
using System.Collections.Generic;
using System.Diagnostics;
using Aggregation.Domain.Tallies;
using Aggregation.Ledger.Telemetry;

namespace Aggregation.Grains.RollUps;

/// <content>What a unit tells telemetry.</content>
public sealed partial class UnitGrain
{
    private readonly Causes recordCauses = new();
    private readonly Causes pushCauses = new();
    private string? countedLevel;

    private string Level => LevelAt(index);

    private string LevelAt(int place) => layout.Catalogue.Levels[edition.Units[place].Level].Id;

    private void CountActivation() => RollUpMeter.Activated(countedLevel = Level);

    private void CountDeactivation()
    {
        if (countedLevel is { } level)
            RollUpMeter.Deactivated(level);
        countedLevel = null;
    }

    // Of a roll-up that is not warm nobody has been told anything yet.
    private bool TakeSubtotal(int place, Tally newest)
    {
        var known = sum.Part(TallySum.OfChild(place));
        if (!sum.Replace(TallySum.OfChild(place), newest))
            return false;
        if (newest.Version.Correction > known.Version.Correction)
            claimed.Add(place);
        if (warm.Task.IsCompletedSuccessfully && newest.RecordedAt is { } recordedAt && !(recordedAt <= known.RecordedAt))
            RollUpMeter.Propagated(Level, recordedAt, time.GetUtcNow());
        return true;
    }

    private Activity? StartRecording(List<Waiting> group)
    {
        foreach (var waiting in group)
            recordCauses.Add(waiting.Cause);
        var activity = recordCauses.Start("record in", Level);
        Describe(activity);
        return activity;
    }

    private Activity? StartPushing()
    {
        var activity = pushCauses.Start("push to", LevelAt(edition.ParentOf(index)));
        Describe(activity);
        return activity;
    }

    private void Describe(Activity? activity)
    {
        if (activity is not { IsAllDataRequested: true })
            return;
        activity.SetTag(AttributeName.Unit, key.ToString());
        activity.SetTag(AttributeName.Level, Level);
    }

    // Nobody is above the nation, where every trace ends.
    private void PushFor(Activity? cause)
    {
        if (parent is not null)
            pushCauses.Add(cause);
    }

    // What is tried again goes on in the same trace.
    private void Blame(Activity? activity, Exception exception)
    {
        if (activity is null)
            return;
        activity.SetStatus(ActivityStatusCode.Error, exception.Message);
        activity.SetTag("error.type", exception.GetType().FullName);
        activity.Dispose();
        PushFor(activity);
    }
}
