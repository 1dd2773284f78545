using System;
using System.Reflection;
using System.Reflection.Emit;

namespace Aggregation.Embedded.Proxies;

/// <summary>Defines, in the generated module, the attribute by which the runtime lets it see another assembly's internals.</summary>
internal static class AccessAttribute
{
    private static ConstructorInfo? s_constructor;

    public static ConstructorInfo Constructor(ModuleBuilder module) => s_constructor ??= Define(module);

    private static ConstructorInfo Define(ModuleBuilder module)
    {
        var type = module.DefineType(
            "System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute", TypeAttributes.Public | TypeAttributes.Class | TypeAttributes.Sealed, typeof(Attribute));
        var il = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, [typeof(string)]).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, typeof(Attribute).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, Type.EmptyTypes)!);
        il.Emit(OpCodes.Ret);
        return type.CreateType().GetConstructor([typeof(string)])!;
    }
}
