// Tests that need LibreOffice are skipped, and say so, where it is not installed; REQUIRE_LIBREOFFICE demands it.
import { describe, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';

function installed(): boolean {
  try {
    execFileSync(process.env.SOFFICE ?? 'soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const here = installed();
if (!here && process.env.REQUIRE_LIBREOFFICE) throw new Error('LibreOffice is required here and not installed');
if (!here) console.warn('LibreOffice is not installed: its tests are skipped');

export const describeWithLibreOffice = here ? describe : describe.skip;
export const itInLibreOffice = here ? it : it.skip;
