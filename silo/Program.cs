using Aggregation.Silo;

return await SiloProgram.RunAsync(args);
