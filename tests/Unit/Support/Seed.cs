using System;
using System.IO;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Tallies;
using Aggregation.Testing.Reference;

namespace Aggregation.Tests.Support;

/// <summary>The catalogue that the product ships with.</summary>
internal static class Seed
{
    public static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "seeds", "catalogue.json");

    public static readonly IndicatorCatalogue Catalogue = CatalogueFile.Read(Path);

    public static readonly TallyLayout Layout = new(Catalogue);

    public static readonly ReferenceCatalogue Reference = ReferenceCatalogue.Read(Path);

    public static string Text => File.ReadAllText(Path);
}
