using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Orleans;

namespace Aggregation.Tests.Orleans.Timeouts;

public interface IPatientGrain : IGrainWithStringKey
{
    Task Hold(string gate);

    [ResponseTimeout("00:01:00")]
    Task HoldLong(string gate);
}

internal sealed class PatientGrain : Grain, IPatientGrain
{
    public async Task Hold(string gate)
    {
        await Gate.Of(gate).EnterAndWait();
        Gate.Of($"{gate} left").Enter();
    }

    public Task HoldLong(string gate) => Hold(gate);
}
