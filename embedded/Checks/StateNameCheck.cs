using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Aggregation.Embedded.Activations;
using Orleans.Runtime;

namespace Aggregation.Embedded.Checks;

/// <summary>
/// Whether grain types and states have names of their own: a storage provider may find a record by state name and key
/// alone.
/// </summary>
internal static class StateNameCheck
{
    public static void Run(GrainShape shape, ICollection<string> faults)
    {
        foreach (var name in shape.Classes.GroupBy(static one => GrainClass.NameOf(one.Class)).Where(static one => one.Count() > 1))
            faults.Add($"{string.Join(" and ", name.Select(static one => one.Class))} have the same grain type \"{name.Key}\": name one by [GrainType].");
        var states = from one in shape.Classes
                     where one.Class.GetConstructors().Length > 0
                     from parameter in GrainConstructor.Choose(one.Class).GetParameters()
                     let state = parameter.GetCustomAttribute<PersistentStateAttribute>()
                     where state is not null
                     let name = state.StateName.Length == 0 ? parameter.Name : state.StateName
                     group one.Class by (state.StorageName, name);
        foreach (var state in states.Where(static one => one.Count() > 1))
            faults.Add($"The state name \"{state.Key.name}\" is used twice, by {string.Join(" and ", state)}: a store may take one for the other.");
    }
}
