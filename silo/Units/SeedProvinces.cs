using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;

namespace Aggregation.Silo.Units;

/// <summary>Reads <c>seeds/provinces.csv</c>: <c>code,name,kind,region,districts,communes</c>.</summary>
public static class SeedProvinces
{
    /// <summary>Reads every province, in code order.</summary>
    /// <exception cref="InvalidDataException">The file is not such a list.</exception>
    public static ImmutableArray<SeedProvince> Read(string path)
    {
        try
        {
            using var reader = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
            return [.. reader.GetRecords<Record>().Select(record => new SeedProvince(
                record.code,
                record.name,
                record.kind,
                record.region,
                record.districts,
                record.communes))];
        }
        catch (CsvHelperException exception)
        {
            throw new InvalidDataException($"The provinces in {path} cannot be read: {exception.Message}", exception);
        }
    }

    // Named as the columns are.
    private sealed record Record(string code, string name, string kind, string region, int districts, int communes);
}
