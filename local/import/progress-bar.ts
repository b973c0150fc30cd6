import type { Writable } from 'node:stream';

const BAR = 24;
const REDRAW_MS = 100;
const PLAIN_EVERY_MS = 10_000;

/** Shows the progress of an import. */
export interface ProgressBar {
  /** Begins a phase. Rate and remaining time are computed from here. */
  phase(what: string, from: { readonly share: number; readonly count: number }): void;
  /** @param share 0…1 of the phase. @param count Items processed so far. */
  update(share: number, count: number): void;
  /** Prints a line above the bar. */
  say(text: string): void;
  end(): void;
}

/** A bar with rate and remaining time on a terminal; elsewhere a plain line every ten seconds and at the end of each phase. */
export function progressBar(output: Writable & { readonly isTTY?: boolean }): ProgressBar {
  let what = '';
  let from = { share: 0, count: 0 };
  let begunAt = Date.now();
  let drawnAt = 0;
  let last = '';

  const line = (share: number, count: number) => {
    const seconds = (Date.now() - begunAt) / 1000;
    const rate = seconds > 0 ? (count - from.count) / seconds : 0;
    const progress = share - from.share;
    const left =
      progress > 0.001 && share < 1 && seconds > 2 ? ` · ${clock((seconds * (1 - share)) / progress)} left` : '';
    const speed = seconds > 2 ? ` · ${rate.toFixed(rate < 10 ? 1 : 0)}/s` : '';
    return `${Math.floor(share * 100)}% · ${count.toLocaleString('en')} ${what}${speed}${left}`;
  };

  return {
    phase(name, start) {
      [what, from, begunAt, drawnAt] = [name, start, Date.now(), 0];
    },
    update(share, count) {
      const now = Date.now();
      if (now - drawnAt < (output.isTTY ? REDRAW_MS : PLAIN_EVERY_MS) && share < 1) return;
      drawnAt = now;
      const full = Math.round(share * BAR);
      last = output.isTTY
        ? `\r\u001b[K${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${line(share, count)}`
        : `${line(share, count)}\n`;
      output.write(last);
    },
    say(text) {
      output.write(output.isTTY ? `\r\u001b[K${text}\n${last}` : `${text}\n`);
    },
    end() {
      if (output.isTTY) output.write('\n');
    },
  };
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
