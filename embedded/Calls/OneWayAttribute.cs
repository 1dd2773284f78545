using System;

namespace Orleans.Concurrency;

/// <summary>The caller does not wait for the method: its task is complete as soon as the call is sent, and a failure is lost.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;
