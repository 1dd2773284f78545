using Aggregation.Ledger.Access;

namespace Aggregation.Tests.Api.Security;

/// <summary>Somebody who calls: a key of district 001 in one of its states, nobody, or the nation's admin.</summary>
public sealed record MatrixActor(string Name, AccessRole? Role)
{
    public static readonly MatrixActor Nobody = new("nobody", null);
    public static readonly MatrixActor Viewer = new("viewer", AccessRole.Viewer);
    public static readonly MatrixActor Reporter = new("reporter", AccessRole.Reporter);
    public static readonly MatrixActor Admin = new("admin", AccessRole.Admin);
    public static readonly MatrixActor Nation = new("admin of the nation", AccessRole.Admin);
    public static readonly MatrixActor Revoked = new("revoked", null) { Key = "revoked" };
    public static readonly MatrixActor Expired = new("expired", null) { Key = "expired" };

    public static readonly MatrixActor[] All = [Nobody, Viewer, Reporter, Admin, Nation, Revoked, Expired];

    /// <summary>Where a key is sent that is good no longer.</summary>
    public string? Key { get; init; }

    public bool IsKnown => Role is not null;

    public bool Reaches(MatrixTarget target) => this == Nation || (IsKnown && target.IsWithin);
}
