using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Embedded.Calls;
using Aggregation.Embedded.References;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Aggregation.Embedded.Proxies;

/// <summary>
/// Generates, once a process and interface, a class of references and for each method a class of calls with typed
/// arguments.
/// </summary>
internal static class ProxyEmitter
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static;

    private static readonly Lock s_gate = new();
    private static readonly ConcurrentDictionary<Type, Proxy> s_proxies = new();
    private static readonly HashSet<string> s_opened = new(StringComparer.Ordinal);
    private static readonly AssemblyBuilder s_assembly = AssemblyBuilder.DefineDynamicAssembly(
        new AssemblyName("Aggregation.Embedded.Generated"), AssemblyBuilderAccess.Run);

    private static readonly ModuleBuilder s_module = s_assembly.DefineDynamicModule("Aggregation.Embedded.Generated");
    private static readonly Type[] s_arguments = [typeof(InterfaceEntry), typeof(string), typeof(ICallTarget)];
    private static readonly ConstructorInfo s_reference = typeof(GrainReference).GetConstructor(Hidden, s_arguments)!;
    private static readonly MethodInfo s_post = typeof(GrainReference).GetMethod(nameof(GrainReference.Post), Hidden)!;
    private static readonly MethodInfo s_argument = typeof(Addressable).GetMethods().Single(static one => one.IsGenericMethod);
    private static readonly MethodInfo s_setToken = typeof(Call).GetMethod("SetToken", Hidden)!;
    private static int s_count;

    public static Proxy Emit(Type type)
    {
        if (s_proxies.TryGetValue(type, out var known))
            return known;
        lock (s_gate)
            return s_proxies.GetOrAdd(type, Build);
    }

    /// <summary>The methods of an interface and of those it extends, in a fixed order.</summary>
    public static IEnumerable<MethodInfo> MethodsOf(Type type) =>
        type.GetInterfaces().Prepend(type).SelectMany(static one => one.GetMethods(BindingFlags.Instance | BindingFlags.Public))
            .Where(static method => method.IsAbstract || !method.IsFinal);

    private static Proxy Build(Type type)
    {
        Open(typeof(ProxyEmitter).Assembly);
        Open(type.Assembly);
        var methods = MethodsOf(type).ToArray();
        var number = ++s_count;
        var proxy = s_module.DefineType($"{type.Name}.Reference{number}", TypeAttributes.Class | TypeAttributes.Sealed | TypeAttributes.Public, typeof(GrainReference), [type]);
        DefineConstructor(proxy);
        for (var i = 0; i < methods.Length; i++)
            DefineMethod(proxy, methods[i], i, $"{type.Name}.{methods[i].Name}{number}.{i}");
        var built = proxy.CreateType();
        return new Proxy(type, FactoryOf(built), [.. methods.Select(static method => new CallMethod(method))]);
    }

    private static ProxyFactory FactoryOf(Type proxy)
    {
        var factory = new DynamicMethod("New", typeof(GrainReference), s_arguments, proxy.Module, skipVisibility: true);
        var il = factory.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Newobj, proxy.GetConstructor(Hidden, s_arguments)!);
        il.Emit(OpCodes.Ret);
        return factory.CreateDelegate<ProxyFactory>();
    }

    private static void DefineConstructor(TypeBuilder proxy)
    {
        var il = proxy.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, s_arguments).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldarg_3);
        il.Emit(OpCodes.Call, s_reference);
        il.Emit(OpCodes.Ret);
    }

    private static void DefineMethod(TypeBuilder proxy, MethodInfo method, int index, string callName)
    {
        var parameters = method.GetParameters();
        var types = parameters.Select(static one => one.ParameterType).ToArray();
        foreach (var type in types.Append(method.ReturnType))
            OpenAll(type);
        var call = DefineCall(method, types, callName);
        var builder = proxy.DefineMethod(
            $"{method.DeclaringType!.FullName}.{method.Name}",
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot,
            method.ReturnType,
            types);
        var il = builder.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        for (var i = 0; i < types.Length; i++)
        {
            il.Emit(OpCodes.Ldarg, i + 1);
            if (typeof(IAddressable).IsAssignableFrom(types[i]))
                il.Emit(OpCodes.Call, s_argument.MakeGenericMethod(types[i]));
        }
        il.Emit(OpCodes.Newobj, call.GetConstructors()[0]);
        il.Emit(OpCodes.Ldc_I4, index);
        if (method.ReturnType == typeof(void) || method.IsDefined(typeof(OneWayAttribute)))
            EmitPost(il, method.ReturnType);
        else
            EmitSend(il, method.ReturnType, Array.IndexOf(types, typeof(CancellationToken)));
        il.Emit(OpCodes.Ret);
        proxy.DefineMethodOverride(builder, method);
    }

    private static void EmitPost(ILGenerator il, Type returned)
    {
        il.Emit(OpCodes.Call, s_post);
        if (returned == typeof(Task))
        {
            il.Emit(OpCodes.Call, typeof(Task).GetProperty(nameof(Task.CompletedTask))!.GetMethod!);
        }
        else if (returned == typeof(ValueTask))
        {
            var none = il.DeclareLocal(typeof(ValueTask));
            il.Emit(OpCodes.Ldloca, none);
            il.Emit(OpCodes.Initobj, typeof(ValueTask));
            il.Emit(OpCodes.Ldloc, none);
        }
    }

    private static void EmitSend(ILGenerator il, Type returned, int token)
    {
        var result = ResultOf(returned);
        if (token >= 0)
            il.Emit(OpCodes.Ldarg, token + 1);
        var send = typeof(GrainReference).GetMethods(Hidden)
            .Single(one => one.Name == nameof(GrainReference.Send) && one.GetParameters().Length == (token >= 0 ? 3 : 2));
        il.Emit(OpCodes.Call, send.MakeGenericMethod(result));
        if (returned == typeof(ValueTask))
            il.Emit(OpCodes.Newobj, typeof(ValueTask).GetConstructor([typeof(Task)])!);
        else if (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(ValueTask<>))
            il.Emit(OpCodes.Newobj, returned.GetConstructor([typeof(Task<>).MakeGenericType(result)])!);
    }

    private static Type DefineCall(MethodInfo method, Type[] types, string name)
    {
        var parent = CallTypeOf(method.ReturnType);
        var call = s_module.DefineType(name, TypeAttributes.Class | TypeAttributes.Sealed | TypeAttributes.Public, parent);
        var fields = types.Select((type, i) => call.DefineField($"_argument{i}", type, FieldAttributes.Private)).ToArray();
        var constructor = call.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, types).GetILGenerator();
        constructor.Emit(OpCodes.Ldarg_0);
        constructor.Emit(OpCodes.Call, parent.GetConstructor(Hidden, Type.EmptyTypes)!);
        for (var i = 0; i < fields.Length; i++)
        {
            constructor.Emit(OpCodes.Ldarg_0);
            constructor.Emit(OpCodes.Ldarg, i + 1);
            constructor.Emit(OpCodes.Stfld, fields[i]);
        }
        constructor.Emit(OpCodes.Ret);

        var invoked = parent.GetMethod("InvokeMethod", Hidden)!;
        var invoke = Override(call, invoked);
        invoke.Emit(OpCodes.Ldarg_1);
        invoke.Emit(OpCodes.Castclass, method.DeclaringType!);
        foreach (var field in fields)
        {
            invoke.Emit(OpCodes.Ldarg_0);
            invoke.Emit(OpCodes.Ldfld, field);
        }
        invoke.Emit(OpCodes.Callvirt, method);
        invoke.Emit(OpCodes.Ret);

        if (Array.IndexOf(types, typeof(CancellationToken)) is var token && token >= 0)
        {
            var setToken = Override(call, s_setToken);
            setToken.Emit(OpCodes.Ldarg_0);
            setToken.Emit(OpCodes.Ldarg_1);
            setToken.Emit(OpCodes.Stfld, fields[token]);
            setToken.Emit(OpCodes.Ret);
        }
        return call.CreateType();
    }

    private static ILGenerator Override(TypeBuilder type, MethodInfo method) => type.DefineMethod(
        method.Name,
        (method.Attributes & ~(MethodAttributes.Abstract | MethodAttributes.NewSlot)) | MethodAttributes.Final,
        method.ReturnType,
        [.. method.GetParameters().Select(static one => one.ParameterType)]).GetILGenerator();

    private static Type CallTypeOf(Type returned)
    {
        if (returned == typeof(void))
            return typeof(VoidCall);
        if (returned == typeof(Task))
            return typeof(TaskCall);
        if (returned == typeof(ValueTask))
            return typeof(ValueTaskCall);
        var call = returned.GetGenericTypeDefinition() == typeof(Task<>) ? typeof(TaskCall<>) : typeof(ValueTaskCall<>);
        return call.MakeGenericType(returned.GetGenericArguments());
    }

    private static Type ResultOf(Type returned) => returned.IsGenericType ? returned.GetGenericArguments()[0] : typeof(Nothing);

    private static void OpenAll(Type type)
    {
        Open(type.Assembly);
        foreach (var argument in type.GetGenericArguments())
            OpenAll(argument);
        if (type.GetElementType() is { } element)
            OpenAll(element);
    }

    /// <summary>Lets the generated classes see an assembly's internal types, as code generated into it would.</summary>
    private static void Open(Assembly assembly)
    {
        var name = assembly.GetName().Name!;
        if (s_opened.Add(name))
            s_assembly.SetCustomAttribute(new CustomAttributeBuilder(AccessAttribute.Constructor(s_module), [name]));
    }
}
