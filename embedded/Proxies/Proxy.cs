using System;
using Aggregation.Embedded.Calls;

namespace Aggregation.Embedded.Proxies;

/// <summary>The reference class generated for an interface, and what its methods declare.</summary>
internal sealed record Proxy(Type Interface, ProxyFactory Create, CallMethod[] Methods);
