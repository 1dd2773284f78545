using System;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Aggregation.Embedded.Checks;

/// <summary>Which services the host has for grains.</summary>
internal sealed class GrainServices(IServiceProvider services)
{
    private readonly IServiceProviderIsService? _known = services.GetService<IServiceProviderIsService>();
    private readonly IServiceProviderIsKeyedService? _keyed = services.GetService<IServiceProviderIsKeyedService>();

    public bool Has(Type type) => _known?.IsService(type) ?? true;

    public bool HasStorage(string? name) => name is null ? Has(typeof(IGrainStorage)) : _keyed?.IsKeyedService(typeof(IGrainStorage), name) ?? true;
}
