using Aggregation.Hosting;

return await SiloProgram.RunAsync(args);
