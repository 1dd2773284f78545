namespace Aggregation.Api.Access;

/// <summary>Who may read without a key.</summary>
/// <param name="IsPublic">Everybody, or nobody (<c>Security:PublicRead</c>); null for those who sit at the silo's own machine.</param>
/// <param name="IsBehindProxy">Whether proxies are known (<c>Security:KnownProxies</c>), for whom nobody sits there.</param>
public sealed record PublicReadSettings(bool? IsPublic, bool IsBehindProxy);
