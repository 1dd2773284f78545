using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Aggregation.Testing.Cluster;

/// <summary>
/// A machine's clock, as far as one process can tell: how far it is off is in a file that a library looked up before the C library reads.
/// What measures durations is left alone.
/// </summary>
public sealed class Clock : IDisposable
{
    private const string Source =
        """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <fcntl.h>
        #include <stdint.h>
        #include <stdlib.h>
        #include <sys/mman.h>
        #include <sys/time.h>
        #include <time.h>

        static volatile int64_t *seconds;

        __attribute__((constructor)) static void begin(void) {
            const char *path = getenv("AGGREGATION_TESTS_CLOCK");
            int file = path ? open(path, O_RDONLY) : -1;
            void *shared = file < 0 ? MAP_FAILED : mmap(NULL, sizeof *seconds, PROT_READ, MAP_SHARED, file, 0);
            seconds = shared == MAP_FAILED ? NULL : shared;
        }

        int clock_gettime(clockid_t clock, struct timespec *now) {
            static int (*next)(clockid_t, struct timespec *);
            if (!next) next = dlsym(RTLD_NEXT, "clock_gettime");
            int result = next(clock, now);
            if (!result && seconds && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += *seconds;
            return result;
        }

        int gettimeofday(struct timeval *restrict now, void *restrict zone) {
            struct timespec exact;
            int result = clock_gettime(CLOCK_REALTIME, &exact);
            now->tv_sec = exact.tv_sec;
            now->tv_usec = exact.tv_nsec / 1000;
            return result;
        }

        time_t time(time_t *now) {
            struct timespec exact;
            clock_gettime(CLOCK_REALTIME, &exact);
            if (now) *now = exact.tv_sec;
            return exact.tv_sec;
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("aggregation-clock-").FullName;

    private Clock()
    {
    }

    /// <summary>Why a test that needs it is skipped; null when it can run. In CI it must.</summary>
    public static string? Missing { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "gcc")))
            || string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)
            ? null
            : "skipped, because gcc is not on this machine";

    /// <summary>What a process is told whose clock it is.</summary>
    public (string Name, string Value)[] Settings => [("LD_PRELOAD", Library), ("AGGREGATION_TESTS_CLOCK", SecondsPath)];

    private string Library => Path.Combine(folder, "clock.so");

    private string SecondsPath => Path.Combine(folder, "seconds");

    public static async Task<Clock> MakeAsync()
    {
        var clock = new Clock();
        clock.Set(TimeSpan.Zero);
        var source = Path.Combine(clock.folder, "clock.c");
        await File.WriteAllTextAsync(source, Source);
        using var compiler = Process.Start(new ProcessStartInfo(
            "gcc",
            ["-shared", "-fPIC", "-O1", "-o", clock.Library, source, "-ldl"])
        { UseShellExecute = false, RedirectStandardError = true })!;
        var errors = await compiler.StandardError.ReadToEndAsync();
        await compiler.WaitForExitAsync();
        return compiler.ExitCode == 0 ? clock : throw new InvalidOperationException(errors);
    }

    /// <summary>Puts it ahead, or behind.</summary>
    public void Set(TimeSpan ahead)
    {
        // In place: the process has the file in its memory.
        using var file = new FileStream(SecondsPath, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        file.Write(BitConverter.GetBytes((long)ahead.TotalSeconds));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
