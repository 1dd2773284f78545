using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Aggregation.Ledger;

/// <summary>
/// One step of a schema, kept in the program as <c>Schema/SET-NUMBER-NAME.sql</c>. A step that was published never changes.
/// </summary>
/// <param name="Version">1, 2, 3 …</param>
/// <param name="Name">What it brings.</param>
/// <param name="Sql">The statements.</param>
internal sealed record SchemaMigration(int Version, string Name, string Sql)
{
    /// <summary>The steps of a set (<c>sqlite</c>, <c>postgres</c>), the first one first.</summary>
    /// <param name="assembly">The program that they are kept in.</param>
    /// <param name="set">The set.</param>
    public static ImmutableArray<SchemaMigration> Load(Assembly assembly, string set)
    {
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(set + "-", StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .OrderBy(migration => migration.Version)];
    }

    private static SchemaMigration Read(Assembly assembly, string resource)
    {
        var parts = resource[..^".sql".Length].Split('-', 3);
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new SchemaMigration(int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2], reader.ReadToEnd());
    }
}
