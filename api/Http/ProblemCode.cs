namespace Aggregation.Api.Http;

/// <summary>
/// The codes of problems: the end of <c>urn:aggregation:problem:CODE</c>, part of the API, never renamed.
/// Each has a title and a sentence in every language.
/// </summary>
public static class ProblemCode
{
    /// <summary>400: a query parameter is wrong. Arguments: parameter, value, what would be right.</summary>
    public const string BadQuery = "bad-query";

    /// <summary>400: the server could not read the request at all.</summary>
    public const string BadRequest = "bad-request";

    /// <summary>400: the body is not JSON of the right shape.</summary>
    public const string BadBody = "bad-body";

    /// <summary>400: the file is not UTF-8. Arguments: the first line that is not.</summary>
    public const string NotUtf8 = "not-utf-8";

    /// <summary>401: the call needs a key and none was sent.</summary>
    public const string NoKey = "no-key";

    /// <summary>401: the key or session sent is unknown, revoked or expired, or the header is malformed.</summary>
    public const string BadKey = "bad-key";

    /// <summary>403: the key's role does not allow the call. Arguments: the role, the roles that do.</summary>
    public const string WrongRole = "wrong-role";

    /// <summary>403: a unit outside the key's subtree. Arguments: the key's unit.</summary>
    public const string OutsideSubtree = "outside-subtree";

    /// <summary>403: a write by cookie from another page than the system's own. Arguments: the origin sent, the right one.</summary>
    public const string WrongOrigin = "wrong-origin";

    /// <summary>404: nothing is served under that path. Arguments: path.</summary>
    public const string NotFound = "not-found";

    /// <summary>404: the edition has no such unit. Arguments: code, edition.</summary>
    public const string UnknownUnit = "unknown-unit";

    /// <summary>404: no key of that id within the caller's subtree. Arguments: id.</summary>
    public const string UnknownKey = "unknown-key";

    /// <summary>405: the path exists, but not for this method. Arguments: method, path.</summary>
    public const string MethodNotAllowed = "method-not-allowed";

    /// <summary>409: an idempotency key was used before for the unit with other content.</summary>
    public const string Conflict = "conflict";

    /// <summary>408: the body did not arrive in time. Arguments: the time allowed, in seconds.</summary>
    public const string TooSlow = "too-slow";

    /// <summary>409: the key is revoked or expired, so that nothing can take its place. Arguments: id.</summary>
    public const string KeyEnded = "key-ended";

    /// <summary>409: another key has taken its place already. Arguments: id, the other key's id.</summary>
    public const string KeyReplaced = "key-replaced";

    /// <summary>409: the key is set by configuration and changed there. Arguments: id.</summary>
    public const string KeyConfigured = "key-configured";

    /// <summary>409: a list cannot replace the simulated units, because reports were recorded.</summary>
    public const string LedgerInUse = "ledger-in-use";

    /// <summary>409: somebody else imported at the same moment.</summary>
    public const string ImportRaced = "import-raced";

    /// <summary>400: a multipart body without exactly one part, named <c>file</c>.</summary>
    public const string BadUpload = "bad-upload";

    /// <summary>413: the body is too long. Arguments: greatest length in bytes.</summary>
    public const string TooLarge = "too-large";

    /// <summary>413: too many reports in one batch. Arguments: greatest number.</summary>
    public const string TooManyReports = "too-many-reports";

    /// <summary>415: the wrong kind of body. Arguments: what was sent, what would be right.</summary>
    public const string WrongMediaType = "wrong-media-type";

    /// <summary>415: the body is compressed. Arguments: the encoding sent.</summary>
    public const string WrongEncoding = "wrong-encoding";

    /// <summary>422: the input is well formed and wrong; the errors say where.</summary>
    public const string Invalid = "invalid";

    /// <summary>409, 422: some units of the batch recorded their reports before another one refused; <c>results</c> says which.</summary>
    public const string PartlyRecorded = "partly-recorded";

    /// <summary>422: a list of units is refused; the errors say which lines.</summary>
    public const string ListRefused = "list-refused";

    /// <summary>422: a file of reports is refused; the errors say which cells.</summary>
    public const string FileRefused = "file-refused";

    /// <summary>422: what is reported is only unusual; sent again with <c>confirm</c> it is recorded.</summary>
    public const string Unconfirmed = "unconfirmed";

    /// <summary>429: too many requests. Arguments: requests allowed in a minute.</summary>
    public const string TooManyRequests = "too-many-requests";

    /// <summary>429: too many requests of one sender are waiting. Arguments: how many may be worked on and wait.</summary>
    public const string TooManyAtOnce = "too-many-at-once";

    /// <summary>429: too many wrong keys from one address. Arguments: how many are allowed in a minute.</summary>
    public const string TooManyWrongKeys = "too-many-wrong-keys";

    /// <summary>429: too many live streams of one key or address. Arguments: how many are allowed.</summary>
    public const string TooManyViewers = "too-many-viewers";

    /// <summary>503: too many live streams of this silo. Arguments: how many are allowed.</summary>
    public const string TooManyStreams = "too-many-streams";

    /// <summary>503: too many folds of past figures are at work and waiting. Arguments: how many may be.</summary>
    public const string TooManyFolds = "too-many-folds";

    /// <summary>500: a fault of the program.</summary>
    public const string InternalError = "internal-error";

    /// <summary>503: the ledger or a unit does not answer now.</summary>
    public const string Unavailable = "unavailable";
}
