using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Embedded.Turns;

/// <summary>
/// Runs the engine's own continuations at once, wherever the task they follow completes. Being the current scheduler
/// meanwhile, it keeps other code's continuations from running there as well.
/// </summary>
internal sealed class InlineScheduler : TaskScheduler
{
    private InlineScheduler()
    {
    }

    public static InlineScheduler Instance { get; } = new();

    protected override void QueueTask(Task task) => ThreadPool.UnsafeQueueUserWorkItem(
        static item => item.Scheduler.TryExecuteTask(item.Task), (Scheduler: this, Task: task), preferLocal: true);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
