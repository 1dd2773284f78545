using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Threading.Tasks;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Aggregation.Ledger.Units;
using Microsoft.Data.Sqlite;
using Npgsql;
using Orleans.Runtime;
using Orleans.Serialization;

namespace Aggregation.Silo.Clustering;

/// <summary>
/// The exceptions that silos tell each other of. Any other type named in a message is refused: whoever may name any type of the
/// program has this silo make objects of its choice.
/// </summary>
internal sealed class AllowedExceptions : ITypeNameFilter
{
    private static readonly FrozenSet<Type> Types = new[]
    {
        // The units' own.
        typeof(LedgerUnavailableException), typeof(LedgerFencedException), typeof(StaleEditionException), typeof(UnitsInUseException),
        typeof(UnknownUnitException),
        // What a database, a disk or a network says, within one of those.
        typeof(NpgsqlException), typeof(PostgresException), typeof(SqliteException), typeof(IOException), typeof(EndOfStreamException),
        typeof(SocketException), typeof(InvalidDataException),
        // What waiting comes to.
        typeof(TimeoutException), typeof(OperationCanceledException), typeof(TaskCanceledException),
        // What is a fault of the program or of the caller.
        typeof(Exception), typeof(InvalidOperationException), typeof(ObjectDisposedException), typeof(ArgumentException),
        typeof(ArgumentNullException), typeof(ArgumentOutOfRangeException),
        typeof(NotSupportedException), typeof(FormatException), typeof(OverflowException), typeof(NullReferenceException),
        typeof(IndexOutOfRangeException), typeof(KeyNotFoundException),
        typeof(InvalidCastException), typeof(OutOfMemoryException), typeof(TypeLoadException), typeof(AggregateException),
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Names = Types.Select(type => type.FullName!).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True when silos may tell each other of it. Orleans' own have serialisers of their own.</summary>
    public static bool Allows(Type type) => Types.Contains(type) || typeof(OrleansException).IsAssignableFrom(type);

    /// <summary>Has only these cross.</summary>
    public static void Configure(ExceptionSerializationOptions options)
    {
        options.SupportedNamespacePrefixes.Clear();
        options.SupportedExceptionTypeFilter = Allows;
    }

    /// <summary>No opinion on what is named as no exception; of exceptions only those here, and Orleans' own.</summary>
    public bool? IsTypeNameAllowed(string typeName, string assemblyName)
    {
        ArgumentNullException.ThrowIfNull(typeName);
        return typeName.EndsWith(nameof(Exception), StringComparison.Ordinal)
            && !Names.Contains(typeName)
            && !typeName.StartsWith("Orleans.", StringComparison.Ordinal) ? false : null;
    }
}
