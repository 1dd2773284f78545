using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.RollUps;
using Aggregation.Units;
using Microsoft.Data.Sqlite;
using Npgsql;
using Orleans.Runtime;
using Orleans.Serialization;

namespace Aggregation.Clustering;

/// <summary>
/// The exceptions that silos tell each other of. Any other type named in a message is refused: whoever may name any type of the
/// program has this silo make objects of its choice.
/// </summary>
internal sealed class AllowedExceptions : ITypeFilter
{
    private static readonly FrozenSet<Type> Types = new[]
    {
        // The units' own.
        typeof(LedgerUnavailableException), typeof(LedgerFencedException), typeof(StaleEditionException), typeof(UnitsInUseException), typeof(UnknownUnitException),
        // What a database, a disk or a network says, within one of those.
        typeof(NpgsqlException), typeof(PostgresException), typeof(SqliteException), typeof(IOException), typeof(EndOfStreamException), typeof(SocketException), typeof(InvalidDataException),
        // What waiting comes to.
        typeof(TimeoutException), typeof(OperationCanceledException), typeof(TaskCanceledException),
        // What is a fault of the program or of the caller.
        typeof(Exception), typeof(InvalidOperationException), typeof(ObjectDisposedException), typeof(ArgumentException), typeof(ArgumentNullException), typeof(ArgumentOutOfRangeException),
        typeof(NotSupportedException), typeof(FormatException), typeof(OverflowException), typeof(NullReferenceException), typeof(IndexOutOfRangeException), typeof(KeyNotFoundException),
        typeof(InvalidCastException), typeof(OutOfMemoryException), typeof(TypeLoadException), typeof(AggregateException),
    }.ToFrozenSet();

    /// <summary>True when silos may tell each other of it. Orleans' own have serialisers of their own.</summary>
    public static bool Allows(Type type) => Types.Contains(type) || typeof(OrleansException).IsAssignableFrom(type);

    /// <summary>Has only these cross.</summary>
    public static void Configure(ExceptionSerializationOptions options)
    {
        options.SupportedNamespacePrefixes.Clear();
        options.SupportedExceptionTypeFilter = Allows;
    }

    /// <inheritdoc/>
    public bool? IsTypeAllowed(Type type) =>
        typeof(Exception).IsAssignableFrom(type) && !Allows(type) && type.Assembly != typeof(ExceptionCodec).Assembly && type.Assembly != typeof(OrleansException).Assembly ? false : null;
}
