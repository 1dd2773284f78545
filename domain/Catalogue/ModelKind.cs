namespace Aggregation.Domain.Catalogue;

/// <summary>A kind that a model (mô hình) can be of: tự quản, tự phòng …</summary>
/// <param name="Id">The name in the API: <c>self-governance</c>.</param>
/// <param name="Label">What people call it.</param>
public sealed record ModelKind(string Id, Label Label);
