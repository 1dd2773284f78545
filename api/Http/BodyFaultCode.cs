namespace Aggregation.Api.Http;

/// <summary>The codes of faults in the shape of a JSON body (status 400): part of the API, never renamed.</summary>
public static class BodyFaultCode
{
    /// <summary>Not JSON. Arguments: line, byte within the line, both from 1.</summary>
    public const string NotJson = "not-json";

    /// <summary>The bytes are not UTF-8. Arguments: the first wrong byte's place, from 1.</summary>
    public const string NotUtf8 = "not-utf-8";

    /// <summary>Nested deeper than any contract is. Arguments: greatest depth.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>A value of another type. Arguments: the right type, the type found.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>A number not written as a plain whole number. Arguments: the number.</summary>
    public const string NotWhole = "not-whole";

    /// <summary>A field the contract does not know. Arguments: name, the fields it knows.</summary>
    public const string UnknownField = "unknown-field";

    /// <summary>A field given twice in one object. Arguments: name.</summary>
    public const string DuplicateField = "duplicate-field";

    /// <summary>Half a character: a surrogate escape without its other half.</summary>
    public const string LoneSurrogate = "lone-surrogate";

    /// <summary>A list that must have something in it has nothing.</summary>
    public const string EmptyList = "empty-list";
}
