namespace Aggregation.Embedded.Calls;

/// <summary>Waiting calls in order, linked through themselves.</summary>
internal struct CallQueue
{
    private Call? _tail;

    /// <summary>The call that has waited longest.</summary>
    public Call? Head { get; private set; }

    public void Add(Call call)
    {
        if (Head is null)
            Head = call;
        else
            _tail!.Next = call;
        _tail = call;
    }

    public Call Take()
    {
        var call = Head!;
        Head = call.Next;
        call.Next = null;
        if (Head is null)
            _tail = null;
        return call;
    }
}
