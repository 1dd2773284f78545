using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Aggregation.Silo.Clustering;
using Aggregation.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Runtime;
using Orleans.Serialization;
using Xunit;

namespace Aggregation.Tests.Silo.Clustering;

/// <summary>What silos may tell each other of failures.</summary>
public sealed class AllowedExceptionsTests : IDisposable
{
    private readonly ServiceProvider guarded = Services(services =>
    {
        services.Configure<ExceptionSerializationOptions>(AllowedExceptions.Configure);
        services.AddSingleton<ITypeNameFilter, AllowedExceptions>();
    });

    // As whoever builds messages of his own would have it.
    private readonly ServiceProvider free = Services(services =>
        services.Configure<ExceptionSerializationOptions>(options => options.SupportedExceptionTypeFilter = _ => true));

    public void Dispose()
    {
        guarded.Dispose();
        free.Dispose();
    }

    [Fact]
    public void What_a_unit_says_crosses_with_what_lies_behind_it()
    {
        foreach (var said in new Exception[]
        {
            new LedgerUnavailableException(
                "The ledger cannot be written.",
                new NpgsqlException("The server is gone.", new TimeoutException())),
            new LedgerUnavailableException("It steps aside.", new LedgerFencedException(7, 11)),
            new UnknownUnitException(new UnitKey("2023", "00001")),
            new TimeoutException("It took too long."),
            new OrleansException("It moved."),
            new InvalidOperationException("It is wrong."),
        })
        {
            var heard = Read(guarded, Write(guarded, said));
            Assert.Equal(
                (said.GetType(), said.Message, said.InnerException?.GetType()),
                (heard.GetType(), heard.Message, heard.InnerException?.GetType()));
        }
    }

    [Fact]
    public void No_other_type_is_made_because_a_message_names_it()
    {
        foreach (var named in new Exception[]
        {
            new CryptographicException("x"),
            new DecoderFallbackException("x"),
            new System.Reflection.TargetInvocationException("x", null),
            new InvalidOperationException("x", new CryptographicException("y")),
        })
        {
            var bytes = Write(free, named);
            Assert.Equal(named.GetType(), Read(free, bytes).GetType());
            var failure = Record.Exception(() => Read(guarded, bytes));
            Assert.True(failure is not null, $"{named.GetType()} was made");
        }
    }

    private static ServiceProvider Services(Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        services.AddSerializer(builder => WireAssemblies.All.ToList().ForEach(assembly => builder.AddAssembly(assembly)));
        configure(services);
        return services.BuildServiceProvider();
    }

    private static byte[] Write(ServiceProvider services, Exception exception) =>
        services.GetRequiredService<Serializer>().SerializeToArray<Exception>(exception);

    private static Exception Read(ServiceProvider services, byte[] bytes) =>
        services.GetRequiredService<Serializer>().Deserialize<Exception>(bytes)!;
}
