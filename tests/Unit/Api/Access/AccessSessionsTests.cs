using System;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Ledger.Access;
using Xunit;

namespace Aggregation.Tests.Api.Access;

public sealed class AccessSessionsTests
{
    [Fact]
    public async Task One_that_is_ended_elsewhere_while_it_is_found_here_does_not_come_back()
    {
        var store = new MemoryAccessStore();
        using var keys = new AccessKeys(store, TimeProvider.System);
        var (key, _) = await keys.MakeAsync(new NewAccessKey("2023", "VN", AccessRole.Viewer), default);
        using var elsewhere = new AccessSessions(store, keys, new LimitSettings(), TimeProvider.System);
        using var here = new AccessSessions(store, keys, new LimitSettings(), TimeProvider.System);
        var token = await elsewhere.BeginAsync(key, default);
        store.OnFound = () => store.Sessions.Clear();

        Assert.Null(await here.AuthenticateAsync(token, default));
        Assert.Null(await here.RecogniseAsync(token, default));
    }

    [Fact]
    public async Task One_that_was_begun_elsewhere_is_good_here()
    {
        var store = new MemoryAccessStore();
        using var keys = new AccessKeys(store, TimeProvider.System);
        var (key, _) = await keys.MakeAsync(new NewAccessKey("2023", "VN", AccessRole.Viewer), default);
        using var elsewhere = new AccessSessions(store, keys, new LimitSettings(), TimeProvider.System);
        using var here = new AccessSessions(store, keys, new LimitSettings(), TimeProvider.System);

        Assert.Equal(key.Id, (await here.AuthenticateAsync(await elsewhere.BeginAsync(key, default), default))?.Key.Id);
    }
}
