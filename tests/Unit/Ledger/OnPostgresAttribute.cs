using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Aggregation.Testing.Postgres;
using Xunit.Sdk;

namespace Aggregation.Tests.Ledger;

/// <summary>Runs a theory on PostgreSQL: its first argument is the store, the others are given.</summary>
public sealed class OnPostgresAttribute : DataAttribute
{
    private readonly object[] arguments;

    public OnPostgresAttribute(params object[] arguments)
    {
        this.arguments = arguments;
        Skip = PostgresBinaries.Missing;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Store.Postgres, .. arguments.AsEnumerable()]];
}
