using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Orleans;

namespace Aggregation.Tests.Orleans.Turns;

public interface IPatientGrain : IGrainWithStringKey
{
    [ResponseTimeout("00:01:00")]
    Task Hold(string gate);
}

internal sealed class PatientGrain : Grain, IPatientGrain
{
    public Task Hold(string gate) => Gate.Of(gate).EnterAndWait();
}
