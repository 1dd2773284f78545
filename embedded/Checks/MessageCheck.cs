using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Embedded.Checks;

/// <summary>
/// Whether what calls carry can be sent by Orleans, and never changes, since this engine passes it by reference.
/// </summary>
internal sealed class MessageCheck(IEnumerable<Assembly> assemblies, ICollection<string> faults)
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly List<Type> _known = [.. assemblies.Distinct().SelectMany(static assembly => assembly.GetTypes())];
    private readonly HashSet<Type> _seen = [];

    /// <summary>Checks the type of an argument or of a result.</summary>
    public void RunArgument(Type type, string where)
    {
        if (typeof(IAddressable).IsAssignableFrom(type))
        {
            if (!type.IsInterface)
                faults.Add($"{where} as {type}, a class: pass references by their interface.");
            return;
        }
        Run(type, where);
    }

    /// <summary>Checks the exceptions that grains may throw: without a serialiser they lose their type between silos.</summary>
    public void RunExceptions()
    {
        foreach (var type in _known.Where(static type => typeof(Exception).IsAssignableFrom(type) && !type.IsDefined(typeof(GenerateSerializerAttribute))))
            faults.Add($"{type}, an exception, lacks [GenerateSerializer]: between silos it would lose its type.");
    }

    private void Run(Type type, string where)
    {
        if (KnownTypes.IsContainer(type))
        {
            foreach (var argument in type.GetGenericArguments())
                Run(argument, where);
        }
        else if (KnownTypes.IsValue(type) || (type.IsEnum && KnownTypes.IsFramework(type)))
        {
            return;
        }
        else if (typeof(IAddressable).IsAssignableFrom(type))
        {
            faults.Add($"{where} with a reference ({type}) inside a message: pass it as an argument of its own.");
        }
        else if (type.IsArray || KnownTypes.IsFramework(type))
        {
            faults.Add($"{where}, {type}, which may change after it was sent: use an immutable type such as ImmutableArray<T>.");
        }
        else if (_seen.Add(type))
        {
            RunOwn(type, where);
        }
    }

    private void RunOwn(Type type, string where)
    {
        if (!type.IsInterface && !type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
            faults.Add($"{type} is sent ({where}) and lacks [GenerateSerializer].");
        if (type.IsEnum)
            return;
        RunMembers(type);
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            Run(parent, $"{type} derives from it");
        if (type.IsSealed)
            return;
        foreach (var derived in _known.Where(one => one != type && type.IsAssignableFrom(one)))
            Run(derived, $"it may stand for {type}");
    }

    private void RunMembers(Type type)
    {
        var ids = new Dictionary<uint, string>();
        foreach (var field in type.GetFields(Declared).Where(static field => !field.IsDefined(typeof(NonSerializedAttribute))))
        {
            var (name, id) = Identify(type, field);
            var member = $"{type}.{name}";
            if (id is null)
                faults.Add($"{member} lacks an [Id].");
            else if (!ids.TryAdd(id.Id, name))
                faults.Add($"{member} has the same [Id({id.Id})] as {ids[id.Id]}.");
            if (!field.IsInitOnly)
                faults.Add($"{member} can be changed after it was sent: make it read-only or init-only.");
            Run(field.FieldType, $"{member} is of this type");
        }
    }

    /// <summary>The member that a field belongs to: itself, or the property, or the record's parameter, behind it.</summary>
    private static (string Name, IdAttribute? Id) Identify(Type type, FieldInfo field)
    {
        if (!field.IsDefined(typeof(CompilerGeneratedAttribute)) || field.Name[0] != '<')
            return (field.Name, field.GetCustomAttribute<IdAttribute>());
        var name = field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)];
        var id = field.GetCustomAttribute<IdAttribute>()
            ?? type.GetProperty(name, Declared)?.GetCustomAttribute<IdAttribute>()
            ?? type.GetConstructors(Declared).SelectMany(static one => one.GetParameters())
                .Where(one => one.Name == name).Select(static one => one.GetCustomAttribute<IdAttribute>()).FirstOrDefault(static one => one is not null);
        return (name, id);
    }
}
