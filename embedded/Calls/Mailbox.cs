using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Aggregation.Embedded.Calls;

/// <summary>
/// The calls of an activation, those that wait and those that run, and the rule which of them may interleave. Not safe
/// for threads: the activation's lock guards it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct Mailbox
{
    private CallQueue _exclusive;
    private CallQueue _readOnly;
    private CallQueue _always;
    private Call? _runningHead;
    private Call? _writer;
    private int _readers;
    private int _arrivals;

    public readonly bool IsRunning => _runningHead is not null;

    public readonly bool IsWaiting => _exclusive.Head is not null || _readOnly.Head is not null || _always.Head is not null;

    /// <summary>Whether a waiting call may start now.</summary>
    public readonly bool IsReady => Startable() is not null;

    public void Add(Call call, bool reentrant)
    {
        call.Arrival = _arrivals++;
        if (reentrant)
        {
            _always.Add(call);
            return;
        }
        switch (call.Method.Interleaving)
        {
            case Interleaving.Always:
                _always.Add(call);
                break;
            case Interleaving.ReadOnly:
                _readOnly.Add(call);
                break;
            default:
                _exclusive.Add(call);
                break;
        }
    }

    /// <summary>Takes the call that has waited longest of those that may start, and counts it as running.</summary>
    public Call? Start()
    {
        while (Startable() is { } call)
        {
            if (call == _always.Head)
            {
                _always.Take();
                if (call.IsDropped)
                    continue;
            }
            else if (call == _readOnly.Head)
            {
                _readOnly.Take();
                if (call.IsDropped)
                    continue;
                call.Hold = Interleaving.ReadOnly;
                _readers++;
            }
            else
            {
                _exclusive.Take();
                if (call.IsDropped)
                    continue;
                call.Hold = Interleaving.Never;
                _writer = call;
            }
            Link(call);
            return call;
        }
        return null;
    }

    public void End(Call call)
    {
        if (call.Previous is { } previous)
            previous.Next = call.Next;
        else
            _runningHead = call.Next;
        if (call.Next is { } next)
            next.Previous = call.Previous;
        call.Next = call.Previous = null;
        if (call == _writer)
            _writer = null;
        else if (call.Hold is Interleaving.ReadOnly)
            _readers--;
    }

    /// <summary>Takes all waiting calls in their order.</summary>
    public Call? TakeWaiting()
    {
        Call? head = null;
        Call? tail = null;
        while (Earlier(_always.Head, Earlier(_readOnly.Head, _exclusive.Head)) is { } first)
        {
            if (first == _always.Head)
                _always.Take();
            else if (first == _readOnly.Head)
                _readOnly.Take();
            else
                _exclusive.Take();
            if (tail is null)
                head = first;
            else
                tail.Next = first;
            tail = first;
        }
        return head;
    }

    /// <summary>All calls, running and waiting, whose callers have heard nothing yet.</summary>
    public readonly void CopyTo(List<Call> calls)
    {
        Copy(_runningHead, calls);
        Copy(_always.Head, calls);
        Copy(_readOnly.Head, calls);
        Copy(_exclusive.Head, calls);
    }

    private readonly Call? Startable()
    {
        var call = _always.Head;
        if (_writer is null)
        {
            call = Earlier(call, _readOnly.Head);
            if (_readers == 0)
                call = Earlier(call, _exclusive.Head);
        }
        return call;
    }

    private static void Copy(Call? call, List<Call> calls)
    {
        for (; call is not null; call = call.Next)
        {
            if (!call.IsClaimed)
                calls.Add(call);
        }
    }

    private static Call? Earlier(Call? left, Call? right) =>
        left is null || (right is not null && right.Arrival - left.Arrival < 0) ? right : left;

    private void Link(Call call)
    {
        call.Next = _runningHead;
        if (_runningHead is not null)
            _runningHead.Previous = call;
        _runningHead = call;
    }
}
