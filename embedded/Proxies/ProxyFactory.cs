using Aggregation.Embedded.Calls;
using Aggregation.Embedded.References;
using Orleans.Runtime;

namespace Aggregation.Embedded.Proxies;

/// <summary>Makes a reference of an interface to a key.</summary>
internal delegate GrainReference ProxyFactory(InterfaceEntry entry, string key, ICallTarget? target);
