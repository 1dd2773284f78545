namespace Aggregation.Api.Access;

/// <summary>What a call needs of its caller, before anything of the request is looked at. Metadata of endpoints.</summary>
public enum AccessNeed
{
    /// <summary>Nothing: signing in and out.</summary>
    Nothing,

    /// <summary>Nothing, but the key or the session that comes with it is looked at: asking who one is.</summary>
    Identity,

    /// <summary>Any key, or none where reads are open. The default of every call under <c>/api/v1</c>.</summary>
    Read,

    /// <summary>Any key; which of them may write where is told after the body is read.</summary>
    Write,

    /// <summary>An admin key.</summary>
    Administer,
}
