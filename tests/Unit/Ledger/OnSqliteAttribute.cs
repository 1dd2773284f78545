using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit.Sdk;

namespace Aggregation.Tests.Ledger;

/// <summary>Runs a theory on SQLite: its first argument is the store, the others are given.</summary>
public sealed class OnSqliteAttribute(params object[] arguments) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Store.Sqlite, .. arguments.AsEnumerable()]];
}
