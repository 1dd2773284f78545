namespace Aggregation.Ledger.Access;

/// <summary>The roles as the API names them.</summary>
public static class AccessRoles
{
    /// <summary>All of them, for a sentence.</summary>
    public const string List = "reporter, viewer, admin";

    /// <summary>A role's name.</summary>
    public static string NameOf(AccessRole role) => role switch
    {
        AccessRole.Admin => "admin",
        AccessRole.Reporter => "reporter",
        _ => "viewer",
    };

    /// <summary>The role of a name; null when there is none.</summary>
    public static AccessRole? Find(string name) => name switch
    {
        "admin" => AccessRole.Admin,
        "reporter" => AccessRole.Reporter,
        "viewer" => AccessRole.Viewer,
        _ => null,
    };
}
