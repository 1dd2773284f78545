/** The shortest time between two readings of the same thing, in milliseconds. */
const pause = 1000;

/** Reads something, and reads it again when it has a newer version: one reading at a time, the newest version last. */
export class Rereader<T> {
  private readonly own = new AbortController();
  private wanted: string | undefined;
  private isBusy = false;

  constructor(
    private readonly read: (signal: AbortSignal) => Promise<T>,
    private readonly tell: (value: T | undefined, problem: unknown) => void,
  ) {}

  /** Asks for a version; nothing is read when it has been read already. */
  ask(version: string): void {
    if (version === this.wanted) return;
    this.wanted = version;
    if (!this.isBusy) void this.run();
  }

  /** Reads what was asked for once more; nothing while it is being read. */
  again(): void {
    if (this.wanted !== undefined && !this.isBusy) void this.run();
  }

  /** Stops; nothing is told any more. */
  stop(): void {
    this.own.abort();
  }

  private async run(): Promise<void> {
    this.isBusy = true;
    let done: string | undefined;
    while (done !== this.wanted && !this.own.signal.aborted) {
      if (done !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
      done = this.wanted;
      await this.readOnce();
    }
    this.isBusy = false;
  }

  private async readOnce(): Promise<void> {
    if (this.own.signal.aborted) return;
    try {
      const value = await this.read(this.own.signal);
      if (!this.own.signal.aborted) this.tell(value, undefined);
    } catch (problem) {
      if (!this.own.signal.aborted) this.tell(undefined, problem);
    }
  }
}
