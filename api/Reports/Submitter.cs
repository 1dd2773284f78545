using System;
using Aggregation.Api.Access;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Access;

namespace Aggregation.Api.Reports;

/// <summary>Who submits reports.</summary>
internal sealed class Submitter
{
    private readonly Caller? caller;

    private Submitter(string id, Caller? caller) => (Id, this.caller) = (id, caller);

    /// <summary>What the rows name as their reporter: the id of a key.</summary>
    public string Id { get; }

    /// <summary>True for a key that reports for nobody.</summary>
    public bool IsViewer => caller?.Key!.Role == AccessRole.Viewer;

    /// <summary>The unit at the top of what it reports for; null for every unit.</summary>
    public string? Unit => caller?.Key!.Unit;

    /// <summary>The key of a request.</summary>
    public static Submitter Of(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new Submitter(caller.Key!.Id, caller);
    }

    /// <summary>The program itself, which reports for every unit.</summary>
    /// <param name="id">What the rows name.</param>
    public static Submitter OfProgram(string id) => new(id, null);

    /// <summary>True when it may report for a unit.</summary>
    public bool MayReport(Edition edition, int index) => caller?.MayReport(edition, index) ?? true;
}
