using Aggregation.Silo.Hosting;

return await SiloProgram.RunAsync(args);
