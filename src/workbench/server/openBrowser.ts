// Opens an address in the person's browser, when the machine has one. It never fails: the address is printed anyway.
import { spawn } from 'node:child_process';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Returns at once; where no program opens addresses, nothing happens. */
export function openBrowser(url: string): void {
  const [command = 'xdg-open', ...rest] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...rest, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
