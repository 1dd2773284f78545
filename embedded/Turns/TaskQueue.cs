using System.Threading.Tasks;

namespace Aggregation.Embedded.Turns;

/// <summary>Tasks in order. One waiting task, by far the most frequent number, takes no memory of its own.</summary>
internal struct TaskQueue
{
    private Task? _first;
    private Task?[]? _more;
    private int _head;
    private int _count;

    public readonly bool IsEmpty => _first is null;

    public void Add(Task task)
    {
        if (_first is null)
        {
            _first = task;
            return;
        }
        _more ??= new Task?[4];
        if (_count == _more.Length)
            Grow();
        _more[(_head + _count++) & (_more.Length - 1)] = task;
    }

    public Task? Take()
    {
        var task = _first;
        if (_count == 0)
        {
            _first = null;
            return task;
        }
        _first = _more![_head];
        _more[_head] = null;
        _head = (_head + 1) & (_more.Length - 1);
        if (--_count == 0 && _more.Length > 64)
            _more = null;
        return task;
    }

    public readonly Task[] ToArray()
    {
        if (_first is null)
            return [];
        var tasks = new Task[_count + 1];
        tasks[0] = _first;
        for (var i = 0; i < _count; i++)
            tasks[i + 1] = _more![(_head + i) & (_more.Length - 1)]!;
        return tasks;
    }

    private void Grow()
    {
        var grown = new Task?[_more!.Length * 2];
        for (var i = 0; i < _count; i++)
            grown[i] = _more[(_head + i) & (_more.Length - 1)];
        _more = grown;
        _head = 0;
    }
}
