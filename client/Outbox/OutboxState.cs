using System.Text.Json.Serialization;

namespace Aggregation.Outboxes;

/// <summary>What has become of a report in an outbox.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutboxState>))]
public enum OutboxState
{
    /// <summary>It is to be sent, or was sent and no answer came.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>The silo has it.</summary>
    [JsonStringEnumMemberName("recorded")]
    Recorded,

    /// <summary>The silo refused it; it is set aside until somebody corrects, retries or discards it.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>Somebody gave it up after it was refused.</summary>
    [JsonStringEnumMemberName("discarded")]
    Discarded,
}
