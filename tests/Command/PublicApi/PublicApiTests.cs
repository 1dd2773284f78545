using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using Aggregation.Client;
using Aggregation.Contracts;
using Aggregation.Files;
using Aggregation.Testing;
using Aggregation.Texts;
using Xunit;

namespace Aggregation.Tests.Command.PublicApi;

/// <summary>
/// What others compile against, as it is on record beside this test. A change that is wanted is written anew by
/// <c>AGGREGATION_WRITE_DOCS=1</c>, and its difference is read before it is committed: what goes breaks somebody's program.
/// </summary>
public sealed class PublicApiTests
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Packages => [.. Assemblies.Keys];

    private static Dictionary<string, Assembly> Assemblies { get; } = new(StringComparer.Ordinal)
    {
        ["Aggregation.Client"] = typeof(AggregationClient).Assembly,
        ["Aggregation.Contracts"] = typeof(Problem).Assembly,
        ["Aggregation.Files"] = typeof(ReportFile).Assembly,
        ["Aggregation.Outbox"] = typeof(global::Aggregation.Outboxes.Outbox).Assembly,
        ["Aggregation.Texts"] = typeof(ReadableText).Assembly,
    };

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_offers_what_is_on_record(string package)
    {
        var path = Path.Combine(Repository.Root, "tests", "Command", "PublicApi", package + ".txt");
        var offered = Write(Assemblies[package]);
        if (Environment.GetEnvironmentVariable("AGGREGATION_WRITE_DOCS") == "1")
            File.WriteAllText(path, offered);
        Assert.Equal(File.ReadAllText(path).Split('\n'), offered.Split('\n'));
    }

    private static string Write(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(KindOf(type)).Append(' ').Append(NameOf(type)).Append(BasesOf(type)).Append('\n');
            foreach (var member in type.GetMembers(Own).Select(Describe).OfType<string>().Order(StringComparer.Ordinal))
                text.Append("  ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string KindOf(Type type) =>
        type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsSealed ? "sealed class"
            : type.IsAbstract ? "abstract class"
            : "class";

    private static string BasesOf(Type type)
    {
        var bases = type.GetInterfaces().Where(known => known.IsVisible).Select(NameOf).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            bases.Insert(0, NameOf(parent));
        return bases.Count == 0 ? "" : " : " + string.Join(", ", bases);
    }

    // What a derived class sees counts; what only this assembly sees does not.
    private static string Accessor(MethodInfo? accessor, string name) => accessor is not null && IsSeen(accessor) ? $" {name};" : "";

    private static string? Describe(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsSeen(constructor) => $".ctor({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when IsSeen(method) =>
            $"{(method.IsStatic ? "static " : "")}{NameOf(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method)})",
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsSeen) =>
            $"{NameOf(property.PropertyType)} {property.Name} {{{Accessor(property.GetMethod, "get")}{Accessor(property.SetMethod, "set")} }}",
        FieldInfo field when field is { IsPublic: true } or { IsFamily: true } => field.IsLiteral
            ? $"const {NameOf(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}"
            : $"{NameOf(field.FieldType)} {field.Name}",
        EventInfo { AddMethod: { } add } happening when IsSeen(add) => $"event {NameOf(happening.EventHandlerType!)} {happening.Name}",
        _ => null,
    };

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters()
            .Select(parameter => $"{NameOf(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = …" : "")}"));

    private static string NameOf(Type type)
    {
        if (type.IsGenericParameter)
            return type.Name;
        if (type.IsByRef)
            return "ref " + NameOf(type.GetElementType()!);
        if (type.IsArray)
            return NameOf(type.GetElementType()!) + "[]";
        var name = (type.FullName ?? type.Namespace + "." + type.Name).Replace('+', '.');
        return type.IsGenericType
            ? $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : name;
    }
}
