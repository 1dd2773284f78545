using System;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using Aggregation.Embedded.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Embedded.Activations;

/// <summary>Compiles a grain class's constructor into a function that finds the arguments in the activation.</summary>
internal static class GrainConstructor
{
    private static readonly MethodInfo s_service = Method(nameof(Service));
    private static readonly MethodInfo s_optionalService = Method(nameof(OptionalService));
    private static readonly MethodInfo s_keyedService = Method(nameof(KeyedService));
    private static readonly MethodInfo s_state = Method(nameof(State));

    /// <summary>Compiles the only public constructor, or the marked one, or the one with the most parameters.</summary>
    /// <exception cref="OrleansConfigurationException">There is no public constructor.</exception>
    public static Func<Activation, object> Compile(Type type)
    {
        var constructor = Choose(type);
        var activation = Expression.Parameter(typeof(Activation));
        var arguments = constructor.GetParameters().Select(parameter => Argument(activation, parameter));
        return Expression.Lambda<Func<Activation, object>>(Expression.New(constructor, arguments), activation).Compile();
    }

    public static ConstructorInfo Choose(Type type)
    {
        var constructors = type.GetConstructors();
        return constructors.FirstOrDefault(static one => one.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
            ?? constructors.MaxBy(static one => one.GetParameters().Length)
            ?? throw new OrleansConfigurationException($"{type} has no public constructor.");
    }

    private static Expression Argument(ParameterExpression activation, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } state)
        {
            var name = state.StateName.Length == 0 ? parameter.Name! : state.StateName;
            return Expression.Call(
                s_state.MakeGenericMethod(type.GetGenericArguments()), activation, Expression.Constant(name), Expression.Constant(state.StorageName, typeof(string)));
        }
        if (type == typeof(IGrainContext))
            return activation;
        if (type == typeof(IGrainFactory))
            return Expression.Property(activation, nameof(Activation.GrainFactory));
        if (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { Key: { } key })
            return Expression.Call(s_keyedService.MakeGenericMethod(type), activation, Expression.Constant(key, typeof(object)));
        return parameter.HasDefaultValue
            ? Expression.Call(s_optionalService.MakeGenericMethod(type), activation, Expression.Constant(parameter.DefaultValue, type))
            : Expression.Call(s_service.MakeGenericMethod(type), activation);
    }

    private static T Service<T>(Activation activation)
        where T : notnull => activation.ActivationServices.GetRequiredService<T>();

    private static T OptionalService<T>(Activation activation, T missing) =>
        activation.ActivationServices.GetService(typeof(T)) is T service ? service : missing;

    private static T KeyedService<T>(Activation activation, object key)
        where T : notnull => activation.ActivationServices.GetRequiredKeyedService<T>(key);

    private static PersistentState<T> State<T>(Activation activation, string name, string? storage) => PersistentState<T>.Create(activation, name, storage);

    private static MethodInfo Method(string name) => typeof(GrainConstructor).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!;
}
