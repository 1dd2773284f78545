using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Commands.Output;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary><c>keys create|list|rotate|revoke</c>.</summary>
internal static class KeysCommand
{
    private static readonly Argument<string> Unit = Arguments.Needed<string>("unit");
    private static readonly Option<string> Role = Arguments.TextOr("--role", "reporter|viewer|admin", "reporter");
    private static readonly Option<string?> Note = Arguments.Text("--note", "TEXT");
    private static readonly Option<DateOnly?> ExpiresOn = Arguments.Day("--expires-on");
    private static readonly Option<int> OverlapDays = Arguments.Number("--overlap-days", "DAYS", 7, 0, 90);
    private static readonly Option<bool> Cascade = Arguments.Flag("--cascade");
    private static readonly Argument<string> Id = Arguments.Needed<string>("id");

    public static Command Build()
    {
        Role.AcceptOnlyFromAmong("reporter", "viewer", "admin");
        var create = new Command("create", Words.Get("Command.keys.create")) { Unit, Role, Note, ExpiresOn };
        CommandRun.Define(create, CreateAsync);
        var list = new Command("list", Words.Get("Command.keys.list"));
        CommandRun.Define(list, ListAsync);
        var rotate = new Command("rotate", Words.Get("Command.keys.rotate")) { Id, OverlapDays, ExpiresOn };
        CommandRun.Define(rotate, RotateAsync);
        var revoke = new Command("revoke", Words.Get("Command.keys.revoke")) { Id, Cascade };
        CommandRun.Define(revoke, RevokeAsync);
        return new Command("keys", Words.Get("Command.keys")) { create, list, rotate, revoke };
    }

    private static async Task<int> CreateAsync(CommandRun run)
    {
        var key = await run.Client.CreateKeyAsync(
            new KeyRequest(run.Value(Unit), run.Value(Role), run.Value(Note), run.Value(ExpiresOn)),
            run.Stop);
        if (run.IsJson)
        {
            run.Printer.Json(key, WriteJson.Written.NewKey);
            return ExitCode.Ok;
        }

        // The key alone on standard output, so that it can go straight into a file.
        Printer.Error(Words.Get("KeyMade", key.Id));
        run.Printer.Line(key.Key, "bold");
        return ExitCode.Ok;
    }

    private static async Task<int> ListAsync(CommandRun run)
    {
        var (first, items, next) = await ReadAllAsync(run);
        if (run.IsJson)
        {
            run.Printer.Json(first with { Items = items, Next = next }, AccessJson.Written.KeyPage);
            return ExitCode.Ok;
        }

        run.Printer.Table(
            ["Id", Words.Get("Unit"), Words.Get("Role"), Words.Get("State"), Words.Get("Note"), Words.Get(
                "CreatedAt"), Words.Get("ExpiresOn"), Words.Get("LastUsedAt"), Words.Get("RevokedAt"), Words.Get("ReplacedBy")],
            items.Select(Row));
        var expiring = items.Where(key => key is { State: KeyState.Expiring, ReplacedBy: null }).Select(key => key.Id).ToArray();
        if (expiring.Length > 0)
            Printer.Error(Words.Get("KeysExpiring", string.Join(", ", expiring)));
        return ExitCode.Ok;
    }

    private static string[] Row(KeyEntry key) =>
    [
        key.Id,
        key.Unit,
        key.Role,
        Words.Get("KeyState." + key.State),
        key.Note ?? "",
        Figure.Of(key.CreatedAt),
        Figure.Of(key.ExpiresOn),
        Figure.Of(key.LastUsedAt),
        Figure.Of(key.RevokedAt),
        key.ReplacedBy ?? "",
    ];

    private static async Task<int> RotateAsync(CommandRun run)
    {
        var key = await run.Client.RotateKeyAsync(run.Value(Id), new KeyRotation(run.Value(OverlapDays), run.Value(ExpiresOn)), run.Stop);
        if (run.IsJson)
        {
            run.Printer.Json(key, WriteJson.Written.RotatedKey);
            return ExitCode.Ok;
        }

        Printer.Error(Words.Get("KeyRotated", key.Id, key.Replaces, Figure.Of(key.ReplacedExpiresOn)));
        run.Printer.Line(key.Key, "bold");
        return ExitCode.Ok;
    }

    private static async Task<int> RevokeAsync(CommandRun run)
    {
        var id = run.Value(Id);
        if (run.Value(Cascade))
            await run.Client.RevokeKeyWithThoseItMadeAsync(id, run.Stop);
        else
            await RevokeAloneAsync(run, id);
        if (!run.IsJson)
            run.Printer.Line(Words.Get("KeyRevoked", id), "green");
        return ExitCode.Ok;
    }

    // Whoever revokes the key in hand reads nothing afterwards.
    private static async Task RevokeAloneAsync(CommandRun run, string id)
    {
        var (_, keys, _) = await ReadAllAsync(run);
        await run.Client.RevokeKeyAsync(id, run.Stop);
        var made = keys.Where(key => key.MadeBy == id && key.State is (KeyState.Good or KeyState.Expiring)).Select(key => key.Id).ToArray();
        if (made.Length > 0)
            Printer.Error(Words.Get("KeyMadeOthers", id, string.Join(", ", made)));
    }

    private static Task<(KeyPage First, List<KeyEntry> Items, string? Next)> ReadAllAsync(CommandRun run) =>
        Pages.ReadAsync(0, (cursor, limit) => run.Client.GetKeyPageAsync(cursor, limit, run.Stop), page => (page.Items, page.Next));
}
