using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Outboxes;
using Aggregation.Commands.Output;
using Aggregation.Commands.Settings;
using Aggregation.Outboxes;

namespace Aggregation.Commands;

/// <summary>One run of a command: its arguments, the silo it speaks to, and where it writes.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly ParseResult parsed;
    private AggregationClient? client;

    private CommandRun(ParseResult parsed, CancellationToken cancellationToken)
    {
        this.parsed = parsed;
        Stop = cancellationToken;
        Printer = new Printer(parsed.GetValue(GlobalOptions.Json));
    }

    /// <summary>Ctrl-C.</summary>
    public CancellationToken Stop { get; }

    public Printer Printer { get; }

    public bool IsJson => Printer.IsJson;

    /// <summary>How often a call is tried; a person waits for the answer.</summary>
    public int Attempts { get; set; } = 4;

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    public AggregationClient Client => client ??= Connect();

    /// <summary>From here on a call may read the whole ledger: it may take an hour, and is not begun a second time.</summary>
    public void WaitLong()
    {
        client?.Dispose();
        (client, Timeout, Attempts) = (null, TimeSpan.FromHours(1), 1);
    }

    /// <summary>The silo's address.</summary>
    public Uri Address => GlobalOptions.Reach(parsed).Url;

    public T Value<T>(Option<T> option) => parsed.GetValue(option)!;

    public T Value<T>(Argument<T> argument) => parsed.GetValue(argument)!;

    /// <summary>Says what a command does.</summary>
    public static void Define(Command command, Func<CommandRun, Task<int>> act) =>
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, act, cancellationToken));

    public void Dispose()
    {
        client?.Dispose();
        Printer.Dispose();
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<CommandRun, Task<int>> act, CancellationToken cancellationToken)
    {
        using var run = new CommandRun(parsed, cancellationToken);
        try
        {
            var code = await act(run);
            run.WarnOfExpiry();
            return code;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (AggregationProblemException problem)
        {
            return ProblemPrinter.Print(run.Printer, problem);
        }
        catch (AggregationUnreachableException exception)
        {
            Printer.Error(Words.Get("Unreachable", exception.Url, Deepest(exception).Message));
            return ExitCode.Unreachable;
        }
        catch (System.IO.InvalidDataException exception)
        {
            Printer.Error(Words.Get("NotASilo", exception.Message));
            return ExitCode.Unreachable;
        }
        catch (OutboxException exception)
        {
            Printer.Error(Queueing.SentenceOf(exception));
            return Queueing.CodeOf(exception.Fault);
        }
        catch (RefusedException exception)
        {
            Printer.Error(exception.Message);
            return ExitCode.Refused;
        }
        catch (UsageException exception)
        {
            Printer.Error(exception.Message);
            return ExitCode.Usage;
        }
    }

    private void WarnOfExpiry()
    {
        if (client?.KeyExpiresOn is { } last)
            Printer.Error(Words.Get("KeyExpires", Figure.Of(last)));
    }

    private static Exception Deepest(Exception exception)
    {
        while (exception.InnerException is { } inner)
            exception = inner;
        return exception;
    }

    private AggregationClient Connect()
    {
        var (url, key) = GlobalOptions.Reach(parsed);
        return new AggregationClient(new AggregationClientOptions
        {
            Url = url,
            Key = key,
            Language = Locale.Language,
            Edition = parsed.GetValue(GlobalOptions.Edition),
            Timeout = Timeout,
            Retry = { Attempts = Attempts },
        });
    }
}
