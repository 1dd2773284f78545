using Aggregation.Bench;

return await BenchProgram.RunAsync(args);
