using System;
using Aggregation.Outboxes.Pushing;

namespace Aggregation.Tests.Command.Outboxes;

/// <summary>Is told of every step as it is made.</summary>
internal sealed class Steps(Action<PushStep> tell) : IProgress<PushStep>
{
    public void Report(PushStep value) => tell(value);
}
