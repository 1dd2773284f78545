using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aggregation.Api.Keys;
using Aggregation.Api.Reports;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Ledger.Access;
using Microsoft.OpenApi;

namespace Aggregation.Api.Description;

/// <summary>
/// Makes the description's schemas say what the API does: whole numbers are numbers, what is not written when it is null is no null, an
/// answer has every member that is always written, and an input has the bounds that it is held to and no other members.
/// </summary>
/// <param name="document">The description, with every schema that answers are made of.</param>
/// <param name="catalogue">The catalogue, whose levels are members of some answers.</param>
internal sealed class ApiSchemas(OpenApiDocument document, IndicatorCatalogue catalogue)
{
    // As the serialisers are told (WriteJson): whatever these reach leaves out what is null, and refuses it where it is read.
    private static readonly Type[] WithoutNulls = Reachable(typeof(WriteJson).GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
        .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!));

    private static readonly Type[] Inputs =
        Reachable([typeof(ReportBatch), typeof(KeyRequest), typeof(KeyRotation), typeof(SessionRequest)]);

    private readonly NullabilityInfoContext nullability = new();

    /// <summary>
    /// A schema in which every type of the API's own is a reference to its component, which is added where it is missing.
    /// </summary>
    public IOpenApiSchema Refer(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema known)
            return schema;
        foreach (var (name, property) in known.Properties?.ToArray() ?? [])
            known.Properties![name] = Refer(property);
        known.Items = known.Items is null ? null : Refer(known.Items);
        known.AdditionalProperties = known.AdditionalProperties is null ? null : Refer(known.AdditionalProperties);
        if (known.Metadata?.TryGetValue("x-schema-id", out var id) != true || id is not string { Length: > 0 } component)
            return known;
        if (document.Components?.Schemas?.ContainsKey(component) != true)
            document.AddComponent(component, known);
        return new OpenApiSchemaReference(component, document);
    }

    /// <summary>Mends every component.</summary>
    public void Mend()
    {
        var schemas = document.Components!.Schemas!;
        AddStatuses(schemas);
        foreach (var (name, schema) in schemas)
        {
            if (schema is not OpenApiSchema known)
                continue;
            MendNumbers(known);
            if (TypeOf(name) is { } type)
                MendMembers(known, type);
        }

        Bound(schemas);
    }

    /// <summary>Whole numbers are written and read as numbers, never as text.</summary>
    public static void MendNumbers(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema known)
            return;
        if (known.Type is { } type
            && type.HasFlag(JsonSchemaType.String)
            && (type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number)))
        {
            known.Type = type & ~JsonSchemaType.String;
            known.Pattern = null;
        }

        foreach (var part in (known.Properties?.Values ?? []).Concat([known.Items, known.AdditionalProperties])
            .Concat(known.OneOf ?? [])
            .OfType<OpenApiSchema>())
            MendNumbers(part);
    }

    private static Type? TypeOf(string component) => typeof(Problem).Assembly.GetType($"{typeof(Problem).Namespace}.{component}");

    private void MendMembers(OpenApiSchema schema, Type type)
    {
        var leavesNullsOut = WithoutNulls.Contains(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (schema.Properties?.TryGetValue(name, out var member) != true)
                continue;
            var mayBeLeftOut = leavesNullsOut
                || property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.WhenWritingNull };
            if (mayBeLeftOut)
                schema.Properties![name] = WithoutNull(member!);
            schema.Required ??= new HashSet<string>(StringComparer.Ordinal);
            if (!mayBeLeftOut || nullability.Create(property).ReadState == NullabilityState.NotNull)
                schema.Required.Add(name);
            else
                schema.Required.Remove(name);
        }

        if (Inputs.Contains(type))
            schema.AdditionalPropertiesAllowed = false;
    }

    private static IOpenApiSchema WithoutNull(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema known)
            return schema;
        if (known.OneOf is { Count: 2 } alternatives && alternatives.FirstOrDefault(one => one.Type != JsonSchemaType.Null) is { } other)
            return other;
        known.Type &= ~JsonSchemaType.Null;
        return known;
    }

    // Their converters name members by the levels of the catalogue, which no type tells.
    private void AddStatuses(IDictionary<string, IOpenApiSchema> schemas)
    {
        schemas["StatusLevel"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "How many units of a level are in each state, by its id; unreported is one of them.",
            Required = Names("total", "unreported"),
            Properties = Members(("total", Count()), ("unreported", Count())),
            AdditionalProperties = Count(),
        };
        schemas["StatusRollUp"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A status: the unit's own state, null while it is unreported, and the units strictly below, by level; a level "
                + "that does not exist below is absent.",
            Required = Names("own"),
            Properties = Members([
                ("own", new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null }),
                .. Levels("StatusLevel")]),
        };
        ((OpenApiSchema)((OpenApiSchema)schemas["UnitRollUp"]).Properties!["statuses"]).AdditionalProperties = new OpenApiSchemaReference(
            "StatusRollUp",
            document);
        var reporting = (OpenApiSchema)schemas["ReportingAnswer"];
        reporting.Type = JsonSchemaType.Object;
        reporting.Required = Names("edition", "simulated");
        reporting.Properties = Members([
            ("edition", new OpenApiSchema { Type = JsonSchemaType.String }),
            ("simulated", new OpenApiSchema { Type = JsonSchemaType.Boolean }),
            .. Levels("ReportingLevel")]);
    }

    private IEnumerable<(string Name, IOpenApiSchema Schema)> Levels(string component) =>
        catalogue.Levels.Skip(1).Select(level => (level.Id, (IOpenApiSchema)new OpenApiSchemaReference(component, document)));

    private void Bound(IDictionary<string, IOpenApiSchema> schemas)
    {
        Set("ReportBatch", "reports", reports => (reports.MinItems, reports.MaxItems) = (1, ReportBatchInput.MaxReports));
        Set("Report", "unit", unit => unit.MinLength = 1);
        Set("Report", "idempotencyKey", key => (key.MinLength, key.MaxLength) = (1, ReportText.MaxKeyLength));
        Set("Report", "note", note => (note.MinLength, note.MaxLength) = (1, ReportText.MaxNoteLength));
        Set("Report", "withdraws", sequence => sequence.Minimum = "1");
        foreach (var figures in (string[])["counts", "declared"])
            Set("Report", figures, byName => Figure((OpenApiSchema)byName.AdditionalProperties!));
        Set("ReportedModel", "name", name => (name.MinLength, name.MaxLength) = (1, ModelName.MaxLength));
        Set("ReportedModel", "kinds", kinds => kinds.Items = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. catalogue.ModelKinds.Select(kind => (JsonNode)kind.Id)]
        });
        foreach (var figure in (string[])["sites", "groups"])
            Set("ReportedModel", figure, Figure);
        // What the API takes for none.
        ((OpenApiSchema)schemas["ReportedModel"]).Required = Names("name", "sites");
        // Null in a dry run of a batch; a file's results leave it out.
        Set("ReportResult", "sequence", sequence => sequence.Type |= JsonSchemaType.Null);
        Set("KeyRequest", "role", role => role.Enum = [.. AccessRoles.List.Split(", ").Select(known => (JsonNode)known)]);
        Set("KeyRotation", "overlapDays", days =>
            (days.Minimum, days.Maximum) = ("0", KeyRotationReader.LongestOverlap.ToString(CultureInfo.InvariantCulture)));

        void Set(string type, string member, Action<OpenApiSchema> bounds) =>
            bounds((OpenApiSchema)((OpenApiSchema)schemas[type]).Properties![member]);
    }

    private static void Figure(OpenApiSchema figure) =>
        (figure.Minimum, figure.Maximum) = ("0", ReportForm.MaxFigure.ToString(CultureInfo.InvariantCulture));

    private static OpenApiSchema Count() => new() { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" };

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.Ordinal);

    private static Dictionary<string, IOpenApiSchema> Members(params (string Name, IOpenApiSchema Schema)[] members) =>
        members.ToDictionary(member => member.Name, member => member.Schema, StringComparer.Ordinal);

    // The API's own types that values of these types hold.
    private static Type[] Reachable(IEnumerable<Type> roots)
    {
        var found = new HashSet<Type>();
        var waiting = new Stack<Type>(roots);
        while (waiting.TryPop(out var type))
        {
            foreach (var argument in type.GetGenericArguments())
                waiting.Push(argument);
            if (type.Namespace != typeof(Problem).Namespace || !found.Add(type))
                continue;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                waiting.Push(property.PropertyType);
        }

        return [.. found];
    }
}
