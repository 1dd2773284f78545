using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using Aggregation.Ledger.Access;

namespace Aggregation.Tests.Api.Security;

/// <summary>A call of the API: how it asks about a unit, and what it must answer to whom.</summary>
/// <param name="Method">The method.</param>
/// <param name="Paths">Paths with their queries; {0} is the unit, {1} the edition, {2} the id of a key of the unit.</param>
/// <param name="Expected">The status.</param>
public sealed record MatrixCall(HttpMethod Method, string[] Paths, Func<MatrixActor, MatrixTarget, int> Expected)
{
    private const string Dates = "asOf=2017-02-20&knownAt=2017-03-01T00:00:00Z";

    private static int numbers;

    /// <summary>The body, of the same places; null for none.</summary>
    public string? Body { get; init; }

    public string MediaType { get; init; } = "application/json";

    /// <summary>False where a session cookie is no way to call.</summary>
    public bool TakesSession { get; init; } = true;

    public bool NeedsKey => Paths[0].Contains("{2}", StringComparison.Ordinal);

    /// <summary>Every call by its method and pattern.</summary>
    public static readonly IReadOnlyDictionary<string, MatrixCall> All = new Dictionary<string, MatrixCall>
    {
        ["GET /api/v1/units"] = Get(Anybody, "units?edition={1}", "units?edition={1}&parent={0}"),
        ["GET /api/v1/units/{code}"] = Get(
            Reader,
            "units/{0}?edition={1}",
            "units/{0}?edition={1}&asOf=2017-02-20",
            "units/{0}?edition={1}&" + Dates),
        ["GET /api/v1/units/{code}/children"] = Get(Reader, "units/{0}/children?edition={1}", "units/{0}/children?edition={1}&" + Dates),
        ["GET /api/v1/units/{code}/outstanding"] = Get(
            (actor, target) => Reader(actor, target) is 200 && target.IsCommune ? 400 : Reader(actor, target),
            "units/{0}/outstanding?edition={1}&indicator=reporting&level=commune&from=2017-01-01&to=2017-02-01",
            "units/{0}/outstanding?edition={1}&indicator=committee&level=commune",
            "units/{0}/outstanding?edition={1}&indicator=committee&level=commune&" + Dates),
        ["GET /api/v1/units/{code}/models"] = Get(Reader, "units/{0}/models?edition={1}", "units/{0}/models?edition={1}&" + Dates),
        ["GET /api/v1/units/{code}/history"] = Get(
            Reader,
            "units/{0}/history?edition={1}&indicator=agencies",
            "units/{0}/history?edition={1}&indicator=agencies&knownAt=2017-03-01T00:00:00Z"),
        ["GET /api/v1/units/{code}/reporting"] = Get(Reader, "units/{0}/reporting?edition={1}"),
        ["GET /api/v1/units/{code}/reports"] = Get(Reader, "units/{0}/reports?edition={1}"),
        ["GET /api/v1/units/{code}/template"] = Get(Reader, "units/{0}/template?edition={1}"),
        ["GET /api/v1/catalogue"] = Get(Anybody, "catalogue?edition={1}"),
        ["GET /api/v1/live"] = Get(Reader, "live?edition={1}&unit={0}", "live?edition={1}&unit={0}&unit={0}"),
        ["GET /api/v1/diagnosis"] = Get((actor, _) => Admin(actor, actor == MatrixActor.Nation ? 200 : 403), "diagnosis"),
        ["GET /api/v1/verify"] = Get(NationsAdmin, "verify?edition={1}"),
        ["GET /api/v1/audit"] = Get((actor, _) => Admin(actor, 200), "audit", "audit?from=2017-01-01"),
        ["POST /api/v1/reports"] = Post(Reporter, "reports", "reports?dryRun=true") with
        {
            Body = """{"edition":"{1}","reports":[{"unit":"{0}","idempotencyKey":"{3}","effectiveOn":"2017-02-20","counts":{"agencies":1}}]}""",
        },
        // A file names no edition: it is of the one that takes reports.
        ["POST /api/v1/reports/file"] = Post((actor, target) => target.IsActive ? Reporter(actor, target) : Reporter(
            actor,
            target with { Edition = MatrixTarget.Active, IsWithin = true }), "reports/file", "reports/file?dryRun=true") with
        {
            Body = "unit,unitName,effectiveOn,note,agencies\n{0},,2017-02-20,{3},1\n",
            MediaType = "text/csv",
        },
        ["POST /api/v1/units/import"] = Post((actor, target) => NationsAdmin(actor, target) is 200
            ? 422
            : NationsAdmin(actor, target), "units/import?edition={1}") with
        {
            Body = "code,name,kind,level,parent,region\n",
            MediaType = "text/csv",
        },
        ["GET /api/v1/keys"] = Get((actor, _) => Admin(actor, 200), "keys"),
        ["POST /api/v1/keys"] = Post(
            (actor, target) => Admin(actor, actor.Reaches(target) ? 201 : 403),
            "keys?edition={1}") with
        { Body = """{"unit":"{0}","role":"viewer"}""" },
        ["POST /api/v1/keys/{id}/rotate"] = Post(
            (actor, target) => Admin(actor, actor.Reaches(target) ? 201 : 404),
            "keys/{2}/rotate") with
        { Body = "{}" },
        ["DELETE /api/v1/keys/{id}"] = new(HttpMethod.Delete, ["keys/{2}"], (actor, target) => Admin(actor, actor.Reaches(target)
            ? 204
            : 404)),
        ["POST /api/v1/session"] = Post((actor, _) => actor.IsKnown
            ? 401
            : Open(actor, 401), "session") with
        { Body = """{"key":"a wrong one"}""", TakesSession = false },
        ["GET /api/v1/session"] = Get((actor, _) => Open(actor, 200), "session"),
        ["DELETE /api/v1/session"] = new(HttpMethod.Delete, ["session"], (actor, _) => Open(actor, 204)) { TakesSession = false },
        ["GET /openapi/{documentName}.json"] = Get((actor, _) => Open(actor, 200), "/openapi/v1.json"),
        ["GET /health/live"] = Get((_, _) => 200, "/health/live"),
        ["GET /health/ready"] = Get((_, _) => 200, "/health/ready"),
    };

    public IEnumerable<HttpRequestMessage> RequestsFor(MatrixTarget target, string? keyId) => Paths.Select(path =>
    {
        var number = Interlocked.Increment(ref numbers).ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(Method, Fill(path));
        if (Body is not null)
            request.Content = new StringContent(Fill(Body), Encoding.UTF8, MediaType);
        return request;

        string Fill(string text) => text.Replace("{0}", target.Unit, StringComparison.Ordinal).Replace(
            "{1}",
            target.Edition,
            StringComparison.Ordinal)
            .Replace("{2}", keyId, StringComparison.Ordinal).Replace("{3}", number, StringComparison.Ordinal);
    });

    private static MatrixCall Get(Func<MatrixActor, MatrixTarget, int> expected, params string[] paths) =>
        new(HttpMethod.Get, paths, expected);

    private static MatrixCall Post(Func<MatrixActor, MatrixTarget, int> expected, params string[] paths) =>
        new(HttpMethod.Post, paths, expected);

    // A key that is good no longer is refused even where none is needed.
    private static int Open(MatrixActor actor, int status) => actor.Key is null ? status : 401;

    private static int Anybody(MatrixActor actor, MatrixTarget target) => actor.IsKnown ? 200 : 401;

    private static int Reader(MatrixActor actor, MatrixTarget target) => !actor.IsKnown ? 401 : actor.Reaches(target) ? 200 : 403;

    // Units are looked up in the edition that takes reports; a batch that names another one is invalid.
    private static int Reporter(MatrixActor actor, MatrixTarget target) => !actor.IsKnown ? 401
        : actor.Role == AccessRole.Viewer ? 403
        : !target.IsActive ? 422
        : actor.Reaches(target) ? 200 : 403;

    private static int Admin(MatrixActor actor, int status) => !actor.IsKnown ? 401 : actor.Role == AccessRole.Admin ? status : 403;

    private static int NationsAdmin(MatrixActor actor, MatrixTarget target) => Admin(actor, actor == MatrixActor.Nation ? 200 : 403);
}
